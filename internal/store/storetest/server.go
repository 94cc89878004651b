package storetest

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// Server is the URI of a MongoDB for tests: MONGODB_TEST_URI, else a stand-in that this
// process starts (Go keeps its build) and that ends with it. Where neither can be had,
// the test does not run and says so, on the terminal too, for `go test` shows nothing of
// a package that passes; with MONGODB_TEST_REQUIRED set it fails.
func Server(t testing.TB) string {
	t.Helper()
	uri, err := server()
	if err == nil {
		return uri
	}
	missing := fmt.Sprintf("NOT RUN: the tests of this package on MongoDB. `make test` runs them, or set MONGODB_TEST_URI to a server (%v)", err)
	if os.Getenv("MONGODB_TEST_REQUIRED") != "" {
		t.Fatal(missing)
	}
	announce.Do(func() { fmt.Fprintln(terminal(), missing) })
	t.Skip(missing)
	return ""
}

var (
	server   = sync.OnceValues(startServer)
	announce sync.Once
)

func startServer() (uri string, err error) {
	if uri := os.Getenv("MONGODB_TEST_URI"); uri != "" {
		return uri, nil
	}
	c := exec.Command("go", "run", "./quicker", "run", ".")
	if c.Dir, err = standIn(); err != nil {
		return "", err
	}
	var complaints bytes.Buffer
	c.Stderr = &complaints
	if _, err := c.StdinPipe(); err != nil { // the stand-in serves until it is closed
		return "", err
	}
	out, err := c.StdoutPipe()
	if err != nil {
		return "", err
	}
	if err := c.Start(); err != nil {
		return "", err
	}
	uri, err = bufio.NewReader(out).ReadString('\n')
	if err != nil {
		return "", fmt.Errorf("start internal/store/ferrettest: %w: %s", c.Wait(), strings.TrimSpace(complaints.String()))
	}
	go func() { _ = c.Wait() }() // holds its stdin open until this process ends
	return strings.TrimSpace(uri), nil
}

// standIn is the folder of the stand-in: tests run in the folder of their package.
func standIn() (string, error) {
	dir, err := os.Getwd()
	for err == nil {
		found := filepath.Join(dir, "internal", "store", "ferrettest")
		if _, err := os.Stat(found); err == nil {
			return found, nil
		}
		if filepath.Dir(dir) == dir {
			return "", errors.New("internal/store/ferrettest is not above this folder")
		}
		dir = filepath.Dir(dir)
	}
	return "", err
}

func terminal() io.Writer {
	if tty, err := os.OpenFile("/dev/tty", os.O_WRONLY, 0); err == nil {
		return tty
	}
	return os.Stderr
}
