pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// The survey's answers.
Sheet {
    id: sheet

    readonly property var faces: sheet.views.S14.faces

    component Face: SurveyFace {
        width: 238 * Theme.u
        height: 420 * Theme.u
        textSize: Theme.textScale > 1 ? 30 : 38
    }

    Exhibit {
        name: "SurveyFace"

        Repeater {
            model: sheet.faces

            Specimen {
                id: tile

                required property var modelData

                mode: "normal"

                Face {
                    value: tile.modelData.value
                    text: tile.modelData.label
                }
            }
        }
        Repeater {
            model: sheet.faces

            Specimen {
                id: filled

                required property var modelData

                mode: "chosen"

                Face {
                    value: filled.modelData.value
                    text: filled.modelData.label
                    chosen: true
                }
            }
        }
        Specimen {
            mode: "pressed"

            Face {
                value: 3
                text: sheet.faces[2].label
                pressed: true
            }
        }
        Specimen {
            mode: "focused"
            ringed: true

            Face {
                value: 4
                text: sheet.faces[3].label
            }
        }
        Repeater {
            model: [false, true]

            Specimen {
                id: line

                required property bool modelData

                mode: modelData ? "row, chosen" : "row"

                SurveyFace {
                    width: 984 * Theme.u
                    row: true
                    value: 2
                    text: sheet.faces[1].label
                    chosen: line.modelData
                }
            }
        }
    }
    Exhibit {
        name: "OptionGroup"

        Repeater {
            model: sheet.views.S14Profile.groups

            Specimen {
                id: question

                required property var modelData

                OptionGroup {
                    width: 984 * Theme.u
                    height: implicitHeight
                    group: question.modelData
                }
            }
        }
    }
}
