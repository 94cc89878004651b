// Package style holds the design language that panel, public pages and Mini App share: a file
// of tokens, and whose voice this is, by name and emblem. It promises that whoever serves
// With(files) serves both files too.
package style

import (
	"embed"
	"io/fs"
)

// Province is whose voice this is, as the frame of every page says it beside the emblem.
const Province = "Tỉnh Thanh Hóa"

//go:embed tokens.css emblem.svg
var own embed.FS

// With are the files and, as "tokens.css" and "emblem.svg", what is shared.
func With(files fs.FS) fs.FS { return both{files} }

type both struct{ files fs.FS }

// Open prefers the shared file, so that no page group has tokens of its own.
func (b both) Open(name string) (fs.File, error) {
	if f, err := own.Open(name); err == nil && name != "." {
		return f, nil
	}
	return b.files.Open(name)
}
