"""Pages to look at: a session's story and all sessions of a project, each as one file that needs nothing else.

`story` and `work` gather, `scale`, `chart` and `calendar` lay out, `page` fills the templates under `pages/`.
"""
