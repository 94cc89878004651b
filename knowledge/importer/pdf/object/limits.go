package object

import "errors"

// ErrEncrypted is of a file that needs a password.
var ErrEncrypted = errors.New("pdf: encrypted")

// Limits of one file.
const (
	MaxInflated = 64 << 20 // bytes that all streams together may inflate to
	MaxValues   = 2 << 20  // numbers, names, strings … in objects and page contents
	MaxDepth    = 48       // of nested arrays, dictionaries and page tree
	maxFilters  = 8        // of one stream
)
