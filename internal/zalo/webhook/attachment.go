package webhook

import (
	"cmp"
	"encoding/json"
	"phatngon/internal/zalo/wire"
)

type wireAttachment struct {
	Type    wire.Literal `json:"type"`
	Payload wirePayload  `json:"payload"`
}

type wirePayload struct {
	ID          wire.Literal `json:"id"`
	URL         wire.Literal `json:"url"`
	LinkURL     wire.Literal `json:"link_url"`
	Thumbnail   wire.Literal `json:"thumbnail"`
	Title       wire.Literal `json:"title"`
	Description wire.Literal `json:"description"`
	Name        wire.Literal `json:"name"`
	Type        wire.Literal `json:"type"`
	Checksum    wire.Literal `json:"checksum"`
	Size        wire.Literal `json:"size"`
	Coordinates struct {
		Latitude  wire.Literal `json:"latitude"`
		Longitude wire.Literal `json:"longitude"`
	} `json:"coordinates"`
}

func (w wireAttachment) attachment() Attachment {
	p := w.Payload
	return Attachment{
		Type: string(w.Type), URL: cmp.Or(string(p.URL), string(p.LinkURL)), Thumbnail: string(p.Thumbnail),
		Title: string(p.Title), Description: string(p.Description), ID: string(p.ID), Name: string(p.Name),
		FileType: string(p.Type), Checksum: string(p.Checksum), Size: max(p.Size.Whole(), 0),
		Latitude: string(p.Coordinates.Latitude), Longitude: string(p.Coordinates.Longitude),
	}
}

// parseInfo reads both shapes of the form: today's with a nested full_address,
// and the older flat one.
func parseInfo(raw json.RawMessage) Info {
	var w struct {
		Name     wire.Literal `json:"name"`
		Phone    wire.Literal `json:"phone"`
		Birthday wire.Literal `json:"user_dob"`
		Gender   wire.Literal `json:"gender"`
		Address  wire.Literal `json:"address"`
		Ward     wire.Literal `json:"ward"`
		District wire.Literal `json:"district"`
		City     wire.Literal `json:"city"`
		Full     struct {
			City    wire.Literal `json:"user_city"`
			Ward    wire.Literal `json:"user_ward"`
			Address wire.Literal `json:"user_address"`
		} `json:"full_address"`
	}
	wire.Object(raw, &w)
	return Info{
		Name: string(w.Name), Phone: string(w.Phone), Birthday: string(w.Birthday), Gender: string(w.Gender),
		Address: cmp.Or(string(w.Full.Address), string(w.Address)), Ward: cmp.Or(string(w.Full.Ward), string(w.Ward)),
		District: string(w.District), City: cmp.Or(string(w.Full.City), string(w.City)),
	}
}
