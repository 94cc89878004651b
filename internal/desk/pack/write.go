package pack

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// ErrLarge says that a pack would be too large.
var ErrLarge = errors.New("pack: too large")

// Write writes p; open gives a picture by its SHA-256, as it was received. A picture of
// other bytes is an error: no pack names what it does not hold.
func Write(w io.Writer, p Pack, open func(sum string) ([]byte, error)) error {
	b := &builder{zip: zipWriter{w: w}, files: map[string]string{}}
	for i := range p.Reports {
		for j := range p.Reports[i].Captures {
			if err := b.capture(&p.Reports[i].Captures[j], open); err != nil {
				return err
			}
		}
	}
	b.json(reportsFile, p.Reports)
	b.json(timelineFile, p.Timeline)
	b.json(auditFile, p.Audit)
	if p.Identities != nil {
		b.json(identitiesFile, p.Identities)
	}
	b.cover(p)
	list := manifest{Format, p.Facts, p.Identities != nil, b.lines}
	b.json(manifestFile, list)
	if b.err != nil {
		return b.err
	}
	return b.zip.close()
}

// builder writes the files of a pack and notes them for the manifest.
type builder struct {
	zip   zipWriter
	files map[string]string // by SHA-256
	lines []fileLine
	size  int64
	err   error
}

// capture writes the bytes of a picture, those of the same picture once, and notes in c
// where they are.
func (b *builder) capture(c *Capture, open func(sum string) ([]byte, error)) error {
	if c.SHA256 == "" {
		return b.err
	}
	if file, there := b.files[c.SHA256]; there {
		c.File = file
		return b.err
	}
	data, err := open(c.SHA256)
	if err != nil {
		return fmt.Errorf("capture %s: %w", c.ID, err)
	}
	if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != c.SHA256 {
		return fmt.Errorf("capture %s: the bytes are not those that were received", c.ID)
	}
	c.File = captureFolder + c.SHA256 + suffix(data)
	b.files[c.SHA256] = c.File
	b.add(c.File, data)
	return b.err
}

// suffix is what a picture's name ends in, by its first bytes.
func suffix(data []byte) string {
	for begin, end := range map[string]string{"\xff\xd8": ".jpg", "\x89PNG": ".png", "GIF8": ".gif", "RIFF": ".webp"} {
		if bytes.HasPrefix(data, []byte(begin)) {
			return end
		}
	}
	return ".bin"
}

func (b *builder) json(name string, value any) {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetIndent("", " ")
	e.SetEscapeHTML(false)
	if err := e.Encode(value); err != nil && b.err == nil {
		b.err = fmt.Errorf("pack: %s: %w", name, err)
	}
	b.add(name, out.Bytes())
}

func (b *builder) add(name string, data []byte) {
	b.size += int64(len(data)) + 2*longestName
	if b.err == nil && (b.size > MostBytes-mostText || len(b.lines) >= MostFiles) {
		b.err = ErrLarge
	}
	if b.err != nil {
		return
	}
	sum := sha256.Sum256(data)
	b.lines = append(b.lines, fileLine{name, int64(len(data)), hex.EncodeToString(sum[:])})
	b.zip.add(name, data)
}
