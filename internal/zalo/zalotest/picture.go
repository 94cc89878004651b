package zalotest

import (
	"context"
	"errors"
	"io"
	"net/http"
)

// Pictures sent from the page: few, small, in memory.
const (
	maxPictures    = 40
	maxPictureSize = 1 << 20 // Zalo's own limit for an image
)

// photoHost is where Zalo keeps what people send.
const photoHost = "http://f6.photo.talk.zdn.vn/"

var errNoPicture = errors.New("zalotest: no such picture")

// Photo returns a picture that was sent from the page, by its address at Zalo.
func (s *Server) Photo(_ context.Context, address string) ([]byte, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, one := range s.media {
		if photoHost+one.id == address {
			return one.data, nil
		}
	}
	return nil, errNoPicture
}

type picture struct {
	id   string
	kind string // MIME type
	data []byte
}

// postImage takes a picture as the whole body, for ?persona.
func (s *Server) postImage(w http.ResponseWriter, r *http.Request) {
	persona := r.URL.Query().Get("persona")
	data, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxPictureSize))
	kind := http.DetectContentType(data)
	if _, known := s.Persona(persona); err != nil || !known || !isPicture(kind) {
		http.Error(w, "Chỉ gửi được ảnh JPG, PNG, GIF hoặc WebP, không quá 1 MB.", http.StatusBadRequest)
		return
	}
	one := picture{id: newID(), kind: kind, data: data}
	s.mu.Lock()
	s.media = append(s.media, one)
	s.media = s.media[max(0, len(s.media)-maxPictures):]
	s.mu.Unlock()
	s.SendImage(persona, photoHost+one.id, "")
	w.WriteHeader(http.StatusNoContent)
}

func isPicture(kind string) bool {
	switch kind {
	case "image/jpeg", "image/png", "image/gif", "image/webp":
		return true
	}
	return false
}

func (s *Server) getPicture(w http.ResponseWriter, r *http.Request) {
	id := r.URL.Query().Get("id")
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, one := range s.media {
		if one.id == id {
			w.Header().Set("Content-Type", one.kind)
			_, _ = w.Write(one.data) // the browser is gone
			return
		}
	}
	http.NotFound(w, r)
}
