pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// Cards: the number, what went wrong, the camera, codes and drawings.
Sheet {
    id: sheet

    readonly property real ticketSize: Theme.textScale >= 1.5 ? 170 : Theme.textScale > 1 ? 220 : 256

    Exhibit {
        name: "TicketCard, TicketNumber"

        Specimen {
            mode: "number"

            TicketCard {
                width: 888 * Theme.u
                ticket: sheet.views.S09
                numberSize: sheet.ticketSize
            }
        }
        Specimen {
            mode: "priority, own series"

            TicketCard {
                width: 888 * Theme.u
                ticket: ({
                        "service": sheet.views.S09.service,
                        "agency": sheet.views.S09.agency,
                        "label": "KA2 0934M",
                        "priority": Words.t["done.prio"],
                        "facts": sheet.views.S09.facts.slice(2)
                    })
                numberSize: sheet.ticketSize
            }
        }
        Specimen {
            mode: "waiting"

            TicketCard {
                width: 888 * Theme.u
                ticket: sheet.views.S09
                waiting: sheet.views.S08.text
            }
        }
        Specimen {
            mode: "small"

            TicketNumber {
                width: 480 * Theme.u
                size: 148
                centred: false
                label: sheet.views.S09.label
            }
        }
    }
    Exhibit {
        name: "Viewfinder"

        Repeater {
            model: ["looking", "hint", "reading", "ok", "error"]

            Specimen {
                id: finder

                required property string modelData

                mode: modelData

                Viewfinder {
                    width: 500 * Theme.u
                    height: 384 * Theme.u
                    mode: finder.modelData
                    text: ({
                            "looking": Words.t["scan.looking"],
                            "hint": Words.t["scan.hint.closer"],
                            "reading": Words.t["scan.reading"],
                            "ok": Words.fill(Words.t["scan.ok"], {
                                "name": "Siti"
                            }),
                            "error": Words.t["err.qr.expired.t"]
                        })[finder.modelData]
                }
            }
        }
    }
    Exhibit {
        name: "TroubleCard"

        Repeater {
            model: ["wait", "fail"]

            Specimen {
                id: trouble

                required property string modelData

                mode: modelData

                TroubleCard {
                    width: 476 * Theme.u
                    key: trouble.modelData === "wait" ? "qr.expired" : "camera"
                    kind: trouble.modelData
                    title: Words.t["err." + key + ".t"]
                    text: Words.t["err." + key + ".x"]
                }
            }
        }
        Specimen {
            mode: "inline"

            TroubleCard {
                width: 984 * Theme.u
                inline: true
                key: "booking.unknown"
                title: Words.t["err.booking.unknown.t"]
                text: Words.t["err.booking.unknown.x"]
            }
        }
        Specimen {
            mode: "centred, raised, with a button"

            TroubleCard {
                width: 888 * Theme.u
                centred: true
                raised: true
                titleSize: 50
                textSize: 41
                key: sheet.views.E.key
                title: sheet.views.E.title
                text: sheet.views.E.text

                EdgeButton {
                    width: parent.width
                    icon: "hand-stop"
                    text: Words.t["help.call"]
                }
            }
        }
    }
    Exhibit {
        name: "NoticeCard"

        Specimen {
            mode: "wait"

            NoticeCard {
                width: 984 * Theme.u
                icon: "clock-pause"
                title: Words.t["err.closed.break.t"]
                text: sheet.views.E.text
            }
        }
        Specimen {
            mode: "grave"

            NoticeCard {
                width: 984 * Theme.u
                grave: true
                icon: "alert-triangle"
                title: sheet.views.E.title
                text: sheet.views.E.text
            }
        }
    }
    Exhibit {
        name: "ScanHint"

        Repeater {
            model: ["down", "right"]

            Specimen {
                id: hint

                required property string modelData

                mode: modelData

                ScanHint {
                    width: 984 * Theme.u
                    arrow: hint.modelData
                }
            }
        }
    }
    Exhibit {
        name: "QrCode, Card"

        Specimen {
            mode: "with a caption"

            QrCode {
                size: 296
                widening: 40
                text: sheet.views.S09.qr
                caption: Words.t["done.save"]
            }
        }
        Specimen {
            mode: "plain, on a card"

            Card {
                width: inside.width + 40 * Theme.u
                height: inside.height + 40 * Theme.u

                QrCode {
                    id: inside

                    x: 20 * Theme.u
                    y: x
                    text: sheet.views.S10.qr
                }
            }
        }
    }
    Exhibit {
        name: "HowtoPicture"

        Repeater {
            model: 4

            Specimen {
                id: picture

                required property int index

                mode: sheet.dialogs.howto.steps[index].text

                HowtoPicture {
                    width: 384 * Theme.u
                    height: 260 * Theme.u
                    step: picture.index + 1
                }
            }
        }
    }
}
