package server

import "context"

// about is what the pages for everybody say about this installation.
type about struct {
	Operator string `json:"operator" doc:"who runs this installation; empty where nobody has said"`
	Contact  string `json:"contact" doc:"where to write about accessibility; empty where nobody has said"`
	Pictures bool   `json:"pictures" doc:"whether the help page has pictures"`
}

func (s *Server) aboutRoutes() {
	public(s, op("getAbout", "GET /api/about", "Who runs this installation, for the accessibility statement"), s.getAbout)
}

func (s *Server) getAbout(context.Context, *struct{}) (*Body[about], error) {
	return answer(s.about, nil)
}
