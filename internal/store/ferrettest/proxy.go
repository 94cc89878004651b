package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"slices"
	"sync"
)

// proxy passes messages of the wire protocol on, one changing command at a time
// over all connections.
// https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/
type proxy struct {
	backend  string
	changing sync.Mutex
}

func (p *proxy) serve(l net.Listener) {
	for {
		client, err := l.Accept()
		if err != nil {
			return
		}
		go p.connection(client)
	}
}

func (p *proxy) connection(client net.Conn) {
	defer client.Close()
	server, err := net.Dial("tcp", p.backend)
	if err != nil {
		return
	}
	defer server.Close()
	for p.exchange(client, server) == nil {
	}
}

// exchange passes on one request and its one reply.
func (p *proxy) exchange(client, server net.Conn) error {
	request, err := message(client)
	if err != nil {
		return err
	}
	if !reads(command(request)) {
		p.changing.Lock()
		defer p.changing.Unlock()
	}
	if _, err := server.Write(request); err != nil {
		return err
	}
	reply, err := message(server)
	if err != nil {
		return err
	}
	_, err = client.Write(reply)
	return err
}

const (
	headerSize  = 16       // length, request id, response to, opcode
	messageSize = 48 << 20 // the most the protocol allows
	opMsg       = 2013
)

func message(from io.Reader) ([]byte, error) {
	header := make([]byte, headerSize)
	if _, err := io.ReadFull(from, header); err != nil {
		return nil, err
	}
	length := binary.LittleEndian.Uint32(header)
	if length < headerSize || length > messageSize {
		return nil, errors.New("not a message")
	}
	m := append(header, make([]byte, length-headerSize)...)
	_, err := io.ReadFull(from, m[headerSize:])
	return m, err
}

// command is the name of an OP_MSG's command: the first key of the document in
// its first section. "" for anything else.
func command(m []byte) string {
	const name = headerSize + 4 + 1 + 4 + 1 // flags, section kind, document length, type of the first value
	if binary.LittleEndian.Uint32(m[12:]) != opMsg || len(m) < name || m[headerSize+4] != 0 {
		return ""
	}
	end := bytes.IndexByte(m[name:], 0)
	if end < 0 {
		return ""
	}
	return string(m[name : name+end])
}

// reads says whether a command changes nothing. The handshake ("") is one.
func reads(command string) bool {
	return slices.Contains([]string{"", "hello", "isMaster", "ismaster", "ping", "find", "getMore", "aggregate"}, command)
}
