"""The form endpoint: takes votes over HTTP, keeps every one it acknowledged, and tells the shares."""
