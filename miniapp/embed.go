// Package miniapp holds the built Zalo Mini App (npm run build), so that the
// program is one file. The sources beside this file are its React project.
package miniapp

import (
	"embed"
	"io/fs"
)

//go:embed all:dist
var dist embed.FS

// Files returns the build for a plain browser: index.html at the root, served
// under /miniapp/. It holds no index.html when the Mini App was not built.
func Files() fs.FS {
	files, err := fs.Sub(dist, "dist")
	if err != nil { // only for an invalid path, and "dist" is a constant
		panic(err)
	}
	return files
}
