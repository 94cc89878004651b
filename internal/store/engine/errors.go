package engine

import "errors"

// ErrInUse says that another process has the embedded engine's folder open.
var ErrInUse = errors.New("folder is in use by another process; the embedded database serves one process only")

// ErrDamaged says that the embedded database's file does not hold together any
// more: what is read from it cannot be trusted, and a backup is needed.
var ErrDamaged = errors.New("the database's file is damaged")
