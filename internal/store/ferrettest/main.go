// Ferrettest is a server of MongoDB's wire protocol for tests, where no MongoDB
// can be installed: FerretDB 1.24.2 in process, on SQLite in a temporary folder.
// It prints its mongodb:// URI as the first line on stdout and serves until stdin
// is closed.
//
// FerretDB 1.24.2 changes documents by reading and then writing them: two updates
// of one document lose one of them. A proxy in front therefore lets through one
// changing command at a time, which is all the atomicity the product asks of a
// MongoDB.
package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"strings"

	"github.com/FerretDB/FerretDB/ferretdb"
)

func main() {
	if err := run(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "ferrettest:", err)
		os.Exit(1)
	}
}

// run serves until in ends.
func run(in io.Reader, out io.Writer) error {
	dir, err := os.MkdirTemp("", "ferrettest")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	db, err := ferretdb.New(&ferretdb.Config{
		Listener:  ferretdb.ListenerConfig{TCP: "127.0.0.1:0"},
		Logger:    slog.New(slog.DiscardHandler),
		Handler:   "sqlite",
		SQLiteURL: "file:" + dir + "/",
	})
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancel(context.Background())
	stopped := make(chan error, 1)
	go func() { stopped <- db.Run(ctx) }()
	defer func() { stop(); <-stopped }()

	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	defer l.Close()
	backend := strings.Trim(strings.TrimPrefix(db.MongoDBURI(), "mongodb://"), "/")
	go (&proxy{backend: backend}).serve(l)
	fmt.Fprintf(out, "mongodb://%s/\n", l.Addr())
	_, err = io.Copy(io.Discard, in)
	return err
}
