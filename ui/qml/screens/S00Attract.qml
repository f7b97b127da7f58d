pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan

// S00, the attract screen: what is this place open for, and the ways to begin.
KioskScreen {
    id: attract

    readonly property real gap: (Theme.tall ? 23 : 22) * Theme.u
    readonly property bool roomy: Theme.textScale === 1
    // A narrow sky with large words has no room for signs beside them.
    readonly property bool cramped: Theme.skyBeside && Theme.skyWidth < 600 * Theme.u && !roomy
    readonly property bool pair: facts.booking || facts.rate

    name: "S00"
    docked: false
    title: Words.t["idle.title"]
    attract: true
    // Large text needs the height of the tall clouds.
    clouds: roomy ? "sky-tall" : "strip-b"
    cloudsTop: roomy ? 0 : 552
    skyBottom: roomy ? 1022 : 800
    titleTop: Theme.skyBeside && Theme.skyWidth > 600 * Theme.u ? 214 : 186
    extraWide: !Theme.skyBeside
    titleRest: roomy ? 572 : 660
    skyExtra: Flow {
        id: chips

        spacing: 18 * Theme.u

        SkyChip {
            widest: chips.width
            text: attract.facts.open.text
            icon: attract.facts.open.kind === "open" || attract.cramped ? "" : "clock"
            dotted: attract.facts.open.kind === "open" && !attract.cramped
        }
        SkyChip {
            widest: chips.width
            text: attract.facts.wait
            icon: attract.cramped ? "" : "clock"
            visible: attract.facts.wait !== ""
        }
    }

    // People tap anywhere: the whole ground begins a visit.
    Touchable {
        objectName: "idle.ground"
        y: Theme.tall ? attract.ground : 0
        width: parent.width
        height: parent.height - y
        activeFocusOnTab: false
        shrinks: false
        enabled: attract.facts.take.enabled
        Accessible.ignored: true
        onActivated: Kiosk.send("take")
    }

    ColumnLayout {
        x: attract.margin
        // Beside the sky the panel begins where an arm from a wheelchair ends.
        y: Theme.tall ? attract.ground + 14 * Theme.u : (Theme.skyBeside ? 76 : 40) * Theme.u
        width: parent.width - 2 * x
        height: Theme.tall ? implicitHeight : attract.height - 222 * Theme.u - y + 4 * Theme.u
        spacing: attract.gap

        HeroButton {
            objectName: "idle.take"
            Layout.fillWidth: true
            Layout.fillHeight: !Theme.tall
            Layout.preferredHeight: Math.max(implicitHeight, (attract.pair || !attract.roomy ? 248 : 427) * Theme.u)
            title: attract.facts.take.title
            sub: attract.facts.take.sub
            enabled: attract.facts.take.enabled
            onActivated: Kiosk.send("take")
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: !Theme.tall
            Layout.preferredHeight: 156 * Theme.u
            spacing: attract.gap
            uniformCellSizes: true
            visible: attract.pair

            EdgeButton {
                objectName: "idle.booking"
                Layout.fillWidth: true
                Layout.fillHeight: true
                leading: true
                labelSize: attract.roomy ? 40 : 37
                icon: "calendar-check"
                text: Words.t["idle.booking"]
                visible: attract.facts.booking
                onActivated: Kiosk.send("booking")
            }
            EdgeButton {
                objectName: "idle.rate"
                Layout.fillWidth: true
                Layout.fillHeight: true
                leading: true
                labelSize: attract.roomy ? 40 : 37
                icon: "mood-smile"
                text: Words.t["idle.rate"]
                visible: attract.facts.rate
                onActivated: Kiosk.send("rate")
            }
        }

        ScanHint {
            Layout.fillWidth: true
            Layout.fillHeight: !Theme.tall
            Layout.preferredHeight: implicitHeight
            arrow: attract.facts.arrow
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: !Theme.tall
            Layout.preferredHeight: 100 * Theme.u
            spacing: 16 * Theme.u
            uniformCellSizes: true
            // At the largest text the names would not fit; the toolbar has the languages too.
            visible: Theme.textScale < 1.5

            Repeater {
                model: attract.facts.languages

                EdgeButton {
                    required property var modelData

                    objectName: "idle.lang." + modelData.id
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.minimumHeight: Theme.minTarget
                    plainFont: true
                    labelSize: 34
                    radius: 30 * Theme.u
                    role: Accessible.RadioButton
                    text: modelData.name
                    chosen: modelData.current
                    onActivated: Kiosk.send("language", modelData.id)
                }
            }
        }
    }
}
