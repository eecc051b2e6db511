package exports

// Hung is where a line of a list stands, in millimetres from the left edge of the
// list: its bullet or number, and its text, also where that goes on.
type Hung struct{ Sign, Text float64 }

// deepestHung is how many levels of bullets are indented.
const deepestHung = 9

// Hung is where the lines of a list stand, in the order they are read: the signs of
// lines under one begin where its text does, and the texts of those beside each
// other below each other, however long a number is.
func (l List) Hung(room float64, set ListSetting, meter Meter) []Hung {
	return hung(nil, l.Bullets, 0, min(deepestHung*set.Sign, room/2), set, meter)
}

func hung(list []Hung, bullets []Bullet, from, most float64, set ListSetting, meter Meter) []Hung {
	wide := set.Sign
	for _, b := range bullets {
		if b.Number != "" {
			wide = max(wide, meter.Width(b.Number+" ", set.Face))
		}
	}
	at := Hung{min(from, most), min(from, most) + wide}
	for _, b := range bullets {
		list = hung(append(list, at), b.Bullets, at.Text, most, set, meter)
	}
	return list
}
