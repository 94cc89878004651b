package knowledge

import (
	"embed"
	"io/fs"
)

//go:embed samples/*.md
var sampleFiles embed.FS

// SampleStatements holds the sample statements, one Markdown file each. No
// spokesperson ever said them; their codes begin with SamplePrefix.
func SampleStatements() fs.FS {
	dir, err := fs.Sub(sampleFiles, "samples")
	if err != nil {
		panic("knowledge: the samples are embedded: " + err.Error())
	}
	return dir
}
