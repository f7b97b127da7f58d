pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan

// The error card: what happened, what to do, and at least one way on. The first action is primary.
KioskScreen {
    id: trouble

    name: "E"
    personal: true
    informed: false
    clouds: "sky-done"
    cloudsTop: 64
    skyBottom: 1030
    titleTop: 188
    titleRest: 372

    TroubleCard {
        x: (parent.width - width) / 2
        y: Theme.tall ? trouble.ground - 628 * Theme.u : trouble.contentTop + Math.max(0, (trouble.contentBottom - trouble.contentTop - height) / 2)
        width: (Theme.tall ? 888 : 1000) * Theme.u
        height: Math.max(implicitHeight, (Theme.tall ? 560 : 440) * Theme.u)
        titleSize: 50
        textSize: 41
        raised: true
        centred: true
        key: trouble.facts.key
        kind: trouble.facts.kind
        title: trouble.facts.title
        text: trouble.facts.text
    }

    Dock {
        Repeater {
            model: trouble.facts.actions.slice(1)

            EdgeButton {
                required property var modelData
                required property int index

                objectName: "trouble." + (index + 1)
                Layout.preferredWidth: Math.min(implicitWidth + 20 * Theme.u, 420 * Theme.u)
                Layout.fillHeight: true
                icon: modelData.icon
                text: modelData.label
                enabled: modelData.send !== "callStaff" || !trouble.facts.staffCalled
                onActivated: Kiosk.send(modelData.send)
            }
        }
        Repeater {
            model: trouble.facts.actions.slice(0, 1)

            PrimaryButton {
                required property var modelData

                objectName: "trouble.0"
                Layout.fillWidth: true
                Layout.fillHeight: true
                icon: modelData.icon
                text: modelData.label
                onActivated: Kiosk.send(modelData.send)
            }
        }
    }
}
