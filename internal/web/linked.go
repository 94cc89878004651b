package web

// What search engines are told of the pages that are no statement (schema.org).

// linkedSite describes the whole: whose it is, and how it is searched.
type linkedSite struct {
	Context   string       `json:"@context"`
	Type      string       `json:"@type"`
	Name      string       `json:"name"`
	URL       string       `json:"url"`
	Language  string       `json:"inLanguage"`
	Publisher linkedOffice `json:"publisher"`
	Search    linkedSearch `json:"potentialAction"`
}

type linkedSearch struct {
	Type   string `json:"@type"`
	Target string `json:"target"`
	Input  string `json:"query-input"`
}

func (s *site) linkedSite(office string) linkedSite {
	return linkedSite{Context: "https://schema.org", Type: "WebSite", Name: s.OAName, URL: s.PublicURL + "/", Language: "vi",
		Publisher: linkedOffice{"GovernmentOrganization", office},
		Search:    linkedSearch{"SearchAction", s.PublicURL + "/?q={q}", "required name=q"}}
}

// linkedCheck describes the page that checks quotes of a statement.
type linkedCheck struct {
	Context  string        `json:"@context"`
	Type     string        `json:"@type"`
	Name     string        `json:"name"`
	URL      string        `json:"url"`
	Language string        `json:"inLanguage"`
	About    linkedArticle `json:"about"`
}

type linkedArticle struct {
	Type     string `json:"@type"`
	Headline string `json:"headline"`
	URL      string `json:"url"`
	ID       string `json:"identifier"`
}

func linkedCheckOf(v statementView, name, address string) linkedCheck {
	return linkedCheck{Context: "https://schema.org", Type: "WebPage", Name: name, URL: address, Language: "vi",
		About: linkedArticle{"Article", v.Title, v.URL, v.Code}}
}
