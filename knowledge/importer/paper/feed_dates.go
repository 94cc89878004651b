package paper

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"phatngon/knowledge/statement"
)

// zones are those that feeds name (RFC 822, and what portals here write).
var zones = map[string]int{
	"": 7, "ICT": 7, "Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
}

var (
	weekday  = regexp.MustCompile(`^[\p{L}. ]+,\s*`)
	clock    = regexp.MustCompile(`^(.*?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(.*)$`)
	inZone   = regexp.MustCompile(`^(?:GMT|UTC)?\s*([+-])(\d{1,2}):?(\d{2})?$`)
	brackets = regexp.MustCompile(`\s*\([^)]*\)$`)
)

// publishedLayouts are how feeds and pages write a time, without its zone. A
// day stands before its month; where a.m. says otherwise nothing is guessed.
var publishedLayouts = []string{
	"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04", time.DateOnly,
	"2 Jan 2006 15:04:05", "2 Jan 2006 15:04", "2 January 2006 15:04:05", "2 Jan 06 15:04:05", "2 Jan 2006", "Jan 2, 2006 15:04:05", "January 2, 2006 15:04:05",
	"2/1/2006 15:04:05", "2/1/2006 15:04", "2/1/2006", "2-1-2006 15:04:05", "2-1-2006 15:04", "2-1-2006", "15:04 2/1/2006", "15:04:05 2/1/2006",
}

// PublishedAt reads a time; one without a zone is Vietnam's, and one in a zone
// that nobody knows is not read.
func PublishedAt(value string) (time.Time, bool) {
	value = brackets.ReplaceAllString(weekday.ReplaceAllString(value, ""), "")
	zone := statement.Vietnam
	if m := clock.FindStringSubmatch(value); m != nil {
		if z, ok := zoneOf(strings.TrimSpace(m[2])); ok {
			value, zone = m[1], z
		}
	}
	for _, layout := range publishedLayouts {
		if t, err := time.ParseInLocation(layout, value, zone); err == nil && t.Year() > 1900 {
			return t.In(statement.Vietnam), true
		}
	}
	return time.Time{}, false
}

func zoneOf(name string) (*time.Location, bool) {
	if hours, ok := zones[strings.ToUpper(name)]; ok {
		return time.FixedZone(name, hours*60*60), true
	}
	m := inZone.FindStringSubmatch(strings.ToUpper(name))
	if m == nil {
		return nil, false
	}
	hours, _ := strconv.Atoi(m[2])
	minutes, _ := strconv.Atoi(m[3])
	offset := (hours*60 + minutes) * 60
	if m[1] == "-" {
		offset = -offset
	}
	return time.FixedZone(name, offset), true
}
