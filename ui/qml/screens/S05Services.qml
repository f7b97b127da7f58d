import Anjungan

// S05: the services of one agency.
ServiceList {
    name: "S05"
    named: false
}
