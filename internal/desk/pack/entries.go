package pack

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
)

// entry is a file in a ZIP.
type entry struct {
	name string
	open func() (io.Reader, error)
}

const mostDirectory = MostFiles * (centralSize + longestName)

// directory is where the list of a ZIP stands, by its end; one that ends otherwise, with
// a comment or as a large one, is none of ours.
type directory struct {
	members      int
	size, offset uint32
}

func directoryOf(r io.ReaderAt, size int64) (d directory, err error) {
	if size < endSize {
		return d, errors.New("tệp quá ngắn")
	}
	tail := make([]byte, endSize)
	if _, err := r.ReadAt(tail, size-endSize); err != nil {
		return d, err
	}
	d = directory{int(binary.LittleEndian.Uint16(tail[10:])), binary.LittleEndian.Uint32(tail[12:]), binary.LittleEndian.Uint32(tail[16:])}
	switch {
	case !bytes.Equal(tail, end(d.members, d.size, d.offset)):
		return d, errors.New("phần cuối không đúng")
	case int64(d.offset)+int64(d.size)+endSize != size || d.size > mostDirectory || d.members > MostFiles:
		return d, errors.New("danh mục không đúng chỗ hoặc quá lớn")
	}
	return d, nil
}

// strict reads a ZIP that has every byte as Write gives it.
func strict(r io.ReaderAt, size int64) ([]entry, error) {
	d, err := directoryOf(r, size)
	if err != nil {
		return nil, err
	}
	list := make([]byte, d.size)
	if _, err := r.ReadAt(list, int64(d.offset)); err != nil {
		return nil, err
	}
	var entries []entry
	at := uint32(0)
	for range d.members {
		m, rest, err := nextMember(list, at)
		if err != nil {
			return nil, err
		}
		list = rest
		start, err := m.check(r, d.offset)
		if err != nil {
			return nil, err
		}
		at = start + m.size
		section := io.NewSectionReader(r, int64(start), int64(m.size))
		entries = append(entries, entry{m.name, func() (io.Reader, error) { return checked(section, m.crc) }})
	}
	if len(list) > 0 || at != d.offset {
		return nil, errors.New("có phần không thuộc tệp nào")
	}
	return entries, nil
}

// nextMember reads the first line of a list, of the file that begins at.
func nextMember(list []byte, at uint32) (m member, rest []byte, err error) {
	if len(list) < centralSize {
		return m, nil, errors.New("danh mục bị cắt")
	}
	n := centralSize + int(binary.LittleEndian.Uint16(list[28:]))
	if len(list) < n || n > centralSize+longestName {
		return m, nil, errors.New("danh mục bị cắt")
	}
	m = member{string(list[centralSize:n]), binary.LittleEndian.Uint32(list[16:]), binary.LittleEndian.Uint32(list[24:]), at}
	if !bytes.Equal(list[:n], m.central()) {
		return m, nil, fmt.Errorf("mục %q của danh mục không đúng dạng", m.name)
	}
	return m, list[n:], nil
}

// check says where the bytes of m begin; its header is where it must be, and as it must.
func (m member) check(r io.ReaderAt, limit uint32) (start uint32, err error) {
	want := m.local()
	if int64(m.offset)+int64(len(want))+int64(m.size) > int64(limit) {
		return 0, fmt.Errorf("tệp %q vượt ra ngoài", m.name)
	}
	got := make([]byte, len(want))
	if _, err := r.ReadAt(got, int64(m.offset)); err != nil {
		return 0, err
	}
	if !bytes.Equal(got, want) {
		return 0, fmt.Errorf("đầu tệp %q không đúng dạng", m.name)
	}
	return m.offset + uint32(len(want)), nil
}

// checked is r once its checksum is known to be right.
func checked(r *io.SectionReader, crc uint32) (io.Reader, error) {
	sum := crc32.NewIEEE()
	if _, err := io.Copy(sum, r); err != nil {
		return nil, err
	}
	if sum.Sum32() != crc {
		return nil, errors.New("sai mã kiểm CRC")
	}
	_, err := r.Seek(0, io.SeekStart)
	return r, err
}

// lenient reads a ZIP that another program wrote, so that what it lacks can be named.
func lenient(r io.ReaderAt, size int64) ([]entry, error) {
	if _, err := directoryOf(r, size); err != nil {
		return nil, err // also what would make the reader below take much memory
	}
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, err
	}
	if len(z.File) > MostFiles {
		return nil, errors.New("quá nhiều tệp")
	}
	var entries []entry
	for _, f := range z.File {
		entries = append(entries, entry{f.Name, func() (io.Reader, error) { return f.Open() }})
	}
	return entries, nil
}
