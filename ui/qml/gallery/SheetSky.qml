pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// What stands on the sky, and the sky.
Sheet {
    id: sheet

    component Sample: KioskScreen {
        visible: false
        facts: ({})
    }
    component Place: Item {
        property alias page: header.page
        property alias banner: header.banner

        width: Theme.tall ? 1080 * Theme.u : Theme.skyWidth
        height: header.height
        clip: true

        SkyHeader {
            id: header

            width: parent.width
            height: Theme.tall ? ground : Theme.skyHeight
            place: Kiosk.shell.place
            tenant: Kiosk.shell.tenant
            clock: Kiosk.shell.clock
            date: Kiosk.shell.date
        }
    }

    Exhibit {
        name: "SkyHeader"

        Sample {
            id: task

            name: "task"
            title: sheet.views.S02.title
            eyebrow: sheet.views.S02.stepText
            step: sheet.views.S02.step
        }
        Sample {
            id: question

            name: "question"
            title: sheet.views.S14.title
            eyebrow: sheet.views.S14.stepText
            step: sheet.views.S14.step
            total: sheet.views.S14.total
            clouds: "strip-a"
            cloudsTop: 250
            skyBottom: 516
        }
        Sample {
            id: done

            name: "done"
            title: sheet.views.S09.title
            lead: sheet.views.S09.sub
            centred: true
            titleSize: 72
            titleTop: 188
            titleRest: 372
            clouds: "sky-done"
            cloudsTop: 64
            skyBottom: 1030
        }
        Specimen {
            mode: "task"

            Place {
                page: task
            }
        }
        Specimen {
            mode: "with a banner"

            Place {
                page: task
                banner: ({
                        "kind": "warn",
                        "icon": "cloud-off",
                        "text": Words.t["err.offline.t"]
                    })
            }
        }
        Specimen {
            mode: "nine steps"

            Place {
                page: question
            }
        }
        Specimen {
            mode: "done"

            Place {
                page: done
            }
        }
    }
    Exhibit {
        name: "Clouds, DriftingClouds"

        Repeater {
            model: ["strip-a", "strip-b", "sky-tall", "sky-done"]

            Specimen {
                id: drawing

                required property string modelData

                mode: modelData
                onSky: true

                Clouds {
                    width: 480 * Theme.u
                    height: width * (drawing.modelData.startsWith("strip") ? 300 / 1080 : 1)
                    drawing: drawing.modelData
                }
            }
        }
        Specimen {
            mode: "drifting"
            onSky: true

            DriftingClouds {
                width: 480 * Theme.u
                height: width
                moving: true
                clip: true
                visible: Theme.clouds
            }
        }
    }
    Exhibit {
        name: "StepBar"

        Repeater {
            model: [[1, 4], [4, 4], [3, 9]]

            Specimen {
                id: bar

                required property var modelData

                mode: modelData[0] + " of " + modelData[1]
                onSky: true

                StepBar {
                    width: 440 * Theme.u
                    step: bar.modelData[0]
                    total: bar.modelData[1]
                }
            }
        }
    }
    Exhibit {
        name: "SkyChip"

        Specimen {
            mode: "open"
            onSky: true

            SkyChip {
                text: sheet.views.S00.open.text
                dotted: true
            }
        }
        Specimen {
            mode: "waiting"
            onSky: true

            SkyChip {
                text: sheet.views.S00.wait
                icon: "clock"
            }
        }
        Specimen {
            mode: "narrow"
            onSky: true

            SkyChip {
                text: sheet.views.S00.wait
                icon: "clock"
                widest: 280 * Theme.textScale * Theme.u
            }
        }
    }
    Exhibit {
        name: "StatusBanner"

        Repeater {
            model: [["info", "clock", sheet.views.S12.note.text], ["warn", "cloud-off", Words.t["err.offline.t"]], ["error", "alert-circle", Words.t["err.printer.off.t"]]]

            Specimen {
                id: banner

                required property var modelData

                mode: modelData[0]

                StatusBanner {
                    width: 984 * Theme.u
                    kind: banner.modelData[0]
                    icon: banner.modelData[1]
                    text: banner.modelData[2]
                }
            }
        }
    }
    Exhibit {
        name: "Toast"

        Specimen {
            mode: "shown"

            Toast {
                text: Words.t["audio.on"]
            }
        }
    }
    Exhibit {
        name: "TimerRing"

        Repeater {
            model: [[220, 20], [132, 12], [92, 7], [48, 5]]

            Specimen {
                id: ring

                required property var modelData

                mode: modelData[0]

                TimerRing {
                    size: ring.modelData[0]
                    seconds: ring.modelData[1]
                    total: 30
                    running: false
                }
            }
        }
        Specimen {
            mode: "waiting, without a total"

            TimerRing {
                size: 132
                thickness: 14
            }
        }
    }
}
