// Ferrettest is a server of MongoDB's wire protocol for tests, where no MongoDB
// can be installed: FerretDB 1.24.2 in process, on SQLite in a temporary folder.
//
//	ferrettest COMMAND …   runs a command with MONGODB_TEST_URI set, and exits as it does
//	ferrettest             prints its mongodb:// URI as the first line on stdout and
//	                       serves until stdin is closed
//
// FerretDB 1.24.2 changes documents by reading and then writing them: two updates
// of one document lose one of them. A proxy in front therefore lets through one
// changing command at a time, which is all the atomicity the product asks of a
// MongoDB.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"syscall"

	"github.com/FerretDB/FerretDB/ferretdb"
)

func main() {
	err := run(os.Args[1:])
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		os.Exit(exit.ExitCode())
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "ferrettest:", err)
		os.Exit(1)
	}
}

// run serves while the command runs, or until stdin ends.
func run(command []string) error {
	dir, err := os.MkdirTemp("", "ferrettest")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	backend, stop, err := startDatabase(dir)
	if err != nil {
		return err
	}
	defer stop()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	defer l.Close()
	go (&proxy{backend: backend}).serve(l)

	uri := "mongodb://" + l.Addr().String() + "/"
	if len(command) == 0 {
		fmt.Println(uri)
		_, err = io.Copy(io.Discard, os.Stdin)
		return err
	}
	return runCommand(command, uri)
}

// runCommand hands signals on, and so outlives the command and clears up.
func runCommand(command []string, uri string) error {
	c := exec.Command(command[0], command[1:]...)
	c.Env = append(os.Environ(), "MONGODB_TEST_URI="+uri)
	c.Stdin, c.Stdout, c.Stderr = os.Stdin, os.Stdout, os.Stderr
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	if err := c.Start(); err != nil {
		return err
	}
	go func() {
		for s := range signals {
			_ = c.Process.Signal(s) // fails when it has ended, which Wait tells
		}
	}()
	return c.Wait()
}

// startDatabase starts FerretDB and returns its address.
func startDatabase(dir string) (address string, stop func(), err error) {
	db, err := ferretdb.New(&ferretdb.Config{
		Listener:  ferretdb.ListenerConfig{TCP: "127.0.0.1:0"},
		Logger:    slog.New(slog.DiscardHandler),
		Handler:   "sqlite",
		SQLiteURL: "file:" + dir + "/",
	})
	if err != nil {
		return "", nil, err
	}
	ctx, cancel := context.WithCancel(context.Background())
	stopped := make(chan error, 1)
	go func() { stopped <- db.Run(ctx) }()
	return strings.Trim(strings.TrimPrefix(db.MongoDBURI(), "mongodb://"), "/"), func() { cancel(); <-stopped }, nil
}
