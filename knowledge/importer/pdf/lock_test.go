package pdf

import (
	"errors"
	"os"
	"testing"
)

func TestFilesLockedWithoutAPasswordOpen(t *testing.T) {
	for _, test := range []struct {
		file string
		want error
	}{
		{"rc4-40", nil}, {"rc4-128", nil}, {"rc4-v4", nil}, {"aes-128", nil}, {"aes-256-r5", nil}, {"aes-256-r6", nil},
		{"password", ErrEncrypted},
	} {
		t.Run(test.file, func(t *testing.T) {
			data, err := os.ReadFile("testdata/locked/" + test.file + ".pdf")
			if err != nil {
				t.Fatal(err)
			}
			file, err := Read(data)
			if !errors.Is(err, test.want) {
				t.Fatalf("got %v, want %v", err, test.want)
			}
			if err == nil && text(file.Pages[0]) != "abxy" {
				t.Errorf("read %q", text(file.Pages[0]))
			}
		})
	}
}
