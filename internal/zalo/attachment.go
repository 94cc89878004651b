package zalo

import "encoding/json"

type wireAttachment struct {
	Type    literal     `json:"type"`
	Payload wirePayload `json:"payload"`
}

type wirePayload struct {
	ID          literal `json:"id"`
	URL         literal `json:"url"`
	LinkURL     literal `json:"link_url"`
	Thumbnail   literal `json:"thumbnail"`
	Title       literal `json:"title"`
	Description literal `json:"description"`
	Name        literal `json:"name"`
	Type        literal `json:"type"`
	Checksum    literal `json:"checksum"`
	Size        literal `json:"size"`
	Coordinates struct {
		Latitude  literal `json:"latitude"`
		Longitude literal `json:"longitude"`
	} `json:"coordinates"`
}

func (w wireAttachment) attachment() Attachment {
	p := w.Payload
	return Attachment{
		Type: string(w.Type), URL: firstOf(string(p.URL), string(p.LinkURL)), Thumbnail: string(p.Thumbnail),
		Title: string(p.Title), Description: string(p.Description), ID: string(p.ID), Name: string(p.Name),
		FileType: string(p.Type), Checksum: string(p.Checksum), Size: max(p.Size.whole(), 0),
		Latitude: string(p.Coordinates.Latitude), Longitude: string(p.Coordinates.Longitude),
	}
}

// parseInfo reads both shapes of the form: today's with a nested full_address,
// and the older flat one.
func parseInfo(raw json.RawMessage) Info {
	var w struct {
		Name     literal `json:"name"`
		Phone    literal `json:"phone"`
		Birthday literal `json:"user_dob"`
		Gender   literal `json:"gender"`
		Address  literal `json:"address"`
		Ward     literal `json:"ward"`
		District literal `json:"district"`
		City     literal `json:"city"`
		Full     struct {
			City    literal `json:"user_city"`
			Ward    literal `json:"user_ward"`
			Address literal `json:"user_address"`
		} `json:"full_address"`
	}
	object(raw, &w)
	return Info{
		Name: string(w.Name), Phone: string(w.Phone), Birthday: string(w.Birthday), Gender: string(w.Gender),
		Address: firstOf(string(w.Full.Address), string(w.Address)), Ward: firstOf(string(w.Full.Ward), string(w.Ward)),
		District: string(w.District), City: firstOf(string(w.Full.City), string(w.City)),
	}
}
