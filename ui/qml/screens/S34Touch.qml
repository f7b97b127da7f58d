pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan

// S34: fifteen targets of 20 mm, one after another; each shows how far beside its middle it was touched.
KioskScreen {
    id: test

    readonly property int across: Theme.tall ? 3 : 5
    readonly property int down: Theme.tall ? 5 : 3
    readonly property int next: facts.done.length
    // In first start the test is a step among others.
    readonly property bool guided: facts.step !== undefined

    name: "S34"
    personal: true
    equipped: false
    informed: false
    title: facts.title
    step: facts.step ?? 0
    total: facts.total ?? 4
    lead: facts.lead
    clouds: "strip-b"
    cloudsTop: 230
    skyBottom: 486
    titleTop: 170
    titleRest: 300

    Item {
        id: field

        x: test.margin
        y: test.contentTop + 10 * Theme.u
        width: parent.width - 2 * x
        height: test.contentBottom - y

        Repeater {
            model: test.facts.targets

            Rectangle {
                id: target

                required property int index
                readonly property var met: index < test.next ? test.facts.done[index] : null
                readonly property bool now: index === test.next

                objectName: "touch.target." + index
                x: field.middleX(index) - width / 2
                y: field.middleY(index) - height / 2
                width: Theme.minTarget
                height: width
                radius: 12 * Theme.u
                color: met ? (met.touched ? Theme.okBg : Theme.errorBg) : now ? Theme.primary : Theme.muted
                border.width: now ? 0 : 2 * Theme.u
                border.color: Theme.hairline

                Rectangle {
                    anchors.centerIn: parent
                    width: 12 * Theme.u
                    height: width
                    radius: width / 2
                    color: Theme.onPrimary
                    visible: target.now
                }
                Txt {
                    anchors.centerIn: parent
                    display: true
                    tabular: true
                    size: 28
                    color: target.met && !target.met.touched ? Theme.error : Theme.ok
                    text: target.met?.text ?? ""
                }
            }
        }

        TapHandler {
            enabled: !test.facts.over
            onTapped: point => {
                const right = point.pressPosition.x - field.middleX(test.next);
                const below = point.pressPosition.y - field.middleY(test.next);
                Kiosk.send("target", (right / Theme.pxPerMm).toFixed(1) + ":" + (below / Theme.pxPerMm).toFixed(1));
            }
        }

        function middleX(index) {
            const side = Theme.minTarget;
            return side / 2 + (index % test.across) * (width - side) / (test.across - 1);
        }

        function middleY(index) {
            const side = Theme.minTarget;
            return side / 2 + Math.floor(index / test.across) * (height - side) / (test.down - 1);
        }
    }

    Dock {
        BackButton {}
        EdgeButton {
            objectName: "touch.dead"
            Layout.fillWidth: true
            Layout.fillHeight: true
            icon: "x"
            text: test.facts.dead
            visible: !test.facts.over
            onActivated: Kiosk.send("targetDead")
        }
        EdgeButton {
            objectName: "setup.skip"
            Layout.fillWidth: true
            Layout.fillHeight: true
            icon: "arrow-right"
            text: test.facts.skip ?? ""
            visible: text !== ""
            onActivated: Kiosk.send("skip")
        }
        EdgeButton {
            objectName: "setup.again"
            Layout.fillWidth: true
            Layout.fillHeight: true
            icon: "refresh"
            text: test.facts.again
            visible: test.facts.over && test.guided
            onActivated: Kiosk.send("act", test.facts.act)
        }
        PrimaryButton {
            objectName: "touch.again"
            Layout.fillWidth: true
            Layout.fillHeight: true
            icon: "refresh"
            text: test.facts.again
            visible: test.facts.over && !test.guided
            onActivated: Kiosk.send("act", test.facts.act)
        }
        PrimaryButton {
            objectName: "setup.next"
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: test.facts.next ?? ""
            visible: test.guided && text !== ""
            onActivated: Kiosk.send("confirm")
        }
    }
}
