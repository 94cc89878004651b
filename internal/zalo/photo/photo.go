// Package photo fetches the pictures that people send to the Official Account. An address
// in an event is a stranger's word: only hosts where Zalo keeps pictures are asked, never
// an address inside a network, and no more is read than a picture may have.
package photo

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"syscall"
	"time"
)

// What an address or an answer is refused for. ErrGone is for good, any other failure of
// the network may pass.
var (
	ErrHost    = errors.New("photo: not an address where Zalo keeps pictures")
	ErrPrivate = errors.New("photo: an address inside a network")
	ErrLarge   = errors.New("photo: more bytes than a picture may have")
	ErrGone    = errors.New("photo: there is no such picture any more")
)

// Client fetches. The zero value is of no use: see New.
type Client struct {
	http *http.Client
	most int64
}

// hosts are the domains of Zalo's picture servers.
var hosts = []string{".zdn.vn", ".zadn.vn"}

// patience is how long one picture may take, redirects included.
const patience = 10 * time.Second

// New is a client that reads at most so many bytes.
func New(most int64) *Client {
	dialer := &net.Dialer{Timeout: patience, Control: outside}
	return with(most, dialer.DialContext)
}

func with(most int64, dial func(context.Context, string, string) (net.Conn, error)) *Client {
	return &Client{most: most, http: &http.Client{
		Timeout:   patience,
		Transport: &http.Transport{DialContext: dial, DisableKeepAlives: true}, // no proxy: it would dial for us
		CheckRedirect: func(r *http.Request, via []*http.Request) error {
			if len(via) > 3 {
				return ErrHost
			}
			return allowed(r.URL)
		},
	}}
}

// Fetch returns the bytes behind an address of Zalo's.
func (c *Client) Fetch(ctx context.Context, address string) ([]byte, error) {
	at, err := url.Parse(address)
	if err != nil {
		return nil, ErrHost
	}
	if err := allowed(at); err != nil {
		return nil, err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, at.String(), nil)
	if err != nil {
		return nil, ErrHost
	}
	response, err := c.http.Do(request)
	if err != nil {
		return nil, cause(err)
	}
	defer func() { _ = response.Body.Close() }()
	return c.read(response)
}

func (c *Client) read(response *http.Response) ([]byte, error) {
	switch {
	case response.StatusCode == http.StatusNotFound || response.StatusCode == http.StatusGone || response.StatusCode == http.StatusForbidden:
		return nil, ErrGone
	case response.StatusCode != http.StatusOK:
		return nil, fmt.Errorf("photo: status %d", response.StatusCode)
	case response.ContentLength > c.most:
		return nil, ErrLarge
	}
	data, err := io.ReadAll(io.LimitReader(response.Body, c.most+1))
	if err != nil {
		return nil, cause(err)
	}
	if int64(len(data)) > c.most {
		return nil, ErrLarge
	}
	return data, nil
}

// cause leaves the address out of an error: it may lead to the person who sent it.
func cause(err error) error {
	for _, ours := range []error{ErrHost, ErrPrivate} {
		if errors.Is(err, ours) {
			return ours
		}
	}
	var of *url.Error
	if errors.As(err, &of) {
		err = of.Err
	}
	return fmt.Errorf("photo: fetch: %w", err)
}

// allowed: http or https at its own port, a host of Zalo's by name, nobody logged in.
func allowed(at *url.URL) error {
	host := strings.ToLower(at.Hostname())
	port := at.Port()
	if at.Scheme != "http" && at.Scheme != "https" || at.User != nil || port != "" && port != "80" && port != "443" {
		return ErrHost
	}
	for _, domain := range hosts {
		if strings.HasSuffix(host, domain) && len(host) > len(domain) {
			return nil
		}
	}
	return ErrHost
}

// outside is asked with the address that a name led to, just before it is dialled.
func outside(_, address string, _ syscall.RawConn) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil {
		return ErrPrivate
	}
	ip := at.Addr().Unmap()
	if !ip.IsGlobalUnicast() || ip.IsPrivate() || ip.IsLinkLocalUnicast() || shared.Contains(ip) || translated.Contains(ip) {
		return ErrPrivate
	}
	return nil
}

// Networks that netip does not call private: the one behind carriers' address
// translation, and IPv4 as IPv6 writes it.
var (
	shared     = netip.MustParsePrefix("100.64.0.0/10")
	translated = netip.MustParsePrefix("64:ff9b::/96")
)
