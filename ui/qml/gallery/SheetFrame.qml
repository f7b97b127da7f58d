pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan

// What frames every screen: dock, toolbar and dialogs.
Sheet {
    id: sheet

    // A piece of a window, as wide as the panel.
    component Piece: Item {
        default property alias content: whole.data

        width: Theme.panelWidth
        height: 1200 * Theme.u
        clip: true

        Item {
            id: whole

            x: -Theme.panelX
            y: Theme.tall ? -660 * Theme.u : 0
            width: Theme.panelX + Theme.panelWidth
            height: Theme.panelY + Theme.panelHeight
        }
    }

    Exhibit {
        name: "Dock"

        Specimen {
            Item {
                width: Theme.panelWidth
                height: 150 * Theme.u

                Item {
                    width: parent.width
                    height: (Theme.tall ? 308 : 302) * Theme.u

                    Dock {
                        BackButton {}
                        PrimaryButton {
                            Layout.fillWidth: true
                            Layout.fillHeight: true
                            icon: "ticket"
                            text: Words.t["det.take"]
                        }
                    }
                }
            }
        }
    }
    Exhibit {
        name: "AccessBar"

        Specimen {
            mode: "cells in use are filled"

            AccessBar {
                width: Theme.panelWidth
            }
        }
    }
    Exhibit {
        name: "KioskDialog"

        Specimen {
            mode: "question"

            Piece {
                KioskDialog {
                    title: Words.t["time.title"]
                    text: Words.t["time.text"]
                    head: TimerRing {
                        size: Theme.tall ? 220 : 132
                        seconds: sheet.dialogs.timeout.seconds
                        total: sheet.dialogs.timeout.total
                        running: false
                    }

                    PrimaryButton {
                        width: parent.width
                        icon: "check"
                        text: Words.t["time.continue"]
                    }
                    EdgeButton {
                        width: parent.width
                        text: Words.t["time.end"]
                    }
                }
            }
        }
        Specimen {
            mode: "sheet"

            Piece {
                KioskDialog {
                    sheet: true
                    titleSize: 54
                    title: Words.t["lang.title"]

                    EdgeButton {
                        width: parent.width
                        icon: "x"
                        text: Words.t["common.close"]
                    }
                }
            }
        }
    }
}
