// Reads a CloudEvent from each line and prints it as this package writes it, or why it does not read it.
package main

import (
	"bufio"
	"encoding/json"
	"io"
	"log"
	"os"

	"github.com/cloudevents/sdk-go/v2/event"
)

type reply struct {
	Event *event.Event `json:"event,omitempty"`
	Error string       `json:"error,omitempty"`
}

func main() {
	in := bufio.NewReader(os.Stdin)
	out := json.NewEncoder(os.Stdout)
	for {
		line, err := in.ReadBytes('\n')
		if err == io.EOF {
			return
		}
		if err != nil {
			log.Fatal(err)
		}
		if err := out.Encode(readAndWrite(line)); err != nil {
			log.Fatal(err)
		}
	}
}

func readAndWrite(line []byte) reply {
	var e event.Event
	if err := json.Unmarshal(line, &e); err != nil {
		return reply{Error: err.Error()}
	}
	if err := e.Validate(); err != nil {
		return reply{Error: err.Error()}
	}
	return reply{Event: &e}
}
