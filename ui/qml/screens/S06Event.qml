import Anjungan

// S06: the services that a life event needs, in the order of need.
ServiceList {
    name: "S06"
    named: true
}
