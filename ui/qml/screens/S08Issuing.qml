import QtQuick
import Anjungan

// S08: the number is being made; its empty ticket is already there.
KioskScreen {
    id: issuing

    name: "S08"
    docked: false
    informed: false
    title: Words.t["issue.title"]
    centred: true
    titleSize: 72
    titleTop: 188
    titleRest: 372
    clouds: "sky-done"
    cloudsTop: 64
    skyBottom: 1030

    TicketCard {
        x: (parent.width - width) / 2
        y: Theme.tall ? issuing.ground - 628 * Theme.u : issuing.contentTop
        width: (Theme.tall ? 888 : 1000) * Theme.u
        height: implicitHeight
        waiting: issuing.facts.text
        numberSize: Theme.tall ? 256 : 200
        ticket: ({
                "service": issuing.facts.service,
                "agency": issuing.facts.agency,
                "label": "",
                "priority": "",
                "facts": []
            })
    }
}
