package object

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"io"
)

// decode undoes a stream's filters, within what the file may still inflate. It
// reports false when something is missing: the data is damaged, or a filter is
// not known. Images have theirs.
func (f *File) decode(d Dict, raw []byte) ([]byte, bool) {
	if f.inflate -= len(raw); f.inflate < 0 {
		return nil, false
	}
	filters, ok := f.Resolve(d["Filter"]).(Array)
	if !ok && d["Filter"] != nil {
		filters = Array{d["Filter"]}
	}
	parameters, ok := f.Resolve(d["DecodeParms"]).(Array)
	if !ok {
		parameters = Array{d["DecodeParms"]}
	}
	whole := len(filters) <= maxFilters
	for i, filter := range filters[:min(len(filters), maxFilters)] {
		var p Dict
		if i < len(parameters) {
			p = f.Dict(parameters[i])
		}
		kind, _ := f.Resolve(filter).(Name)
		out, ok := f.unfilter(kind, raw, p)
		raw, whole = out, whole && ok
	}
	return raw, whole
}

func (f *File) unfilter(kind Name, raw []byte, p Dict) ([]byte, bool) {
	switch kind {
	case "FlateDecode", "Fl":
		out, ok := f.inflated(raw)
		return f.unpredict(out, p), ok
	case "LZWDecode", "LZW":
		early := 1
		if n, ok := f.Resolve(p["EarlyChange"]).(float64); ok && n == 0 {
			early = 0
		}
		out, ok := unlzw(raw, early, max(f.inflate, 0))
		out, within := f.within(out)
		return f.unpredict(out, p), ok && within
	case "RunLengthDecode", "RL":
		out, ok := unrun(raw, max(f.inflate, 0))
		out, within := f.within(out)
		return out, ok && within
	case "ASCIIHexDecode", "AHx":
		l := &Lexer{data: append([]byte("<"), raw...)}
		return []byte(l.hex()), true
	case "ASCII85Decode", "A85":
		return unascii85(raw)
	case "Crypt":
		return raw, true // undone with the file's lock
	}
	return nil, false
}

// within counts what came out; a file that gives too much is refused.
func (f *File) within(out []byte) ([]byte, bool) {
	if f.inflate -= len(out); f.inflate < 0 {
		return nil, false
	}
	return out, true
}

// inflated is what zlib gives up to the first error: a damaged end loses only
// the end.
func (f *File) inflated(raw []byte) ([]byte, bool) {
	if len(raw) == 0 {
		return nil, true
	}
	z, err := zlib.NewReader(bytes.NewReader(raw))
	if err != nil || f.inflate <= 0 {
		return nil, false
	}
	out, err := io.ReadAll(io.LimitReader(z, int64(f.inflate)+1))
	out, within := f.within(out)
	return out, within && err == nil
}

func unascii85(raw []byte) ([]byte, bool) {
	raw = bytes.TrimPrefix(bytes.TrimLeft(raw, spaces), []byte("<~"))
	if end := bytes.IndexByte(raw, '~'); end >= 0 {
		raw = raw[:end]
	}
	out := make([]byte, 4*len(raw)+4) // a "z" is four bytes
	n, _, err := ascii85.Decode(out, raw, true)
	return out[:n], err == nil
}
