import QtQuick
import QtQuick.Layouts
import Anjungan

// D3: speech on or off, how loud and how fast, once more, and a dark screen for who only listens.
KioskDialog {
    id: dialog

    readonly property var facts: Kiosk.shell.dialog ?? ({
            "on": false
        })
    readonly property bool on: facts.on === true

    cardWidth: Theme.tall ? 900 : 1000
    title: Words.t["audio.title"]
    text: !Theme.tall ? "" : facts.headphones === true ? Words.t["audio.plugged"] : Words.t["audio.plug"]

    SwitchRow {
        objectName: "audio.toggle"
        width: parent.width
        height: implicitHeight
        icon: dialog.facts.headphones === true ? "headphones" : dialog.on ? "volume" : "volume-off"
        on: dialog.on
        text: dialog.on ? Words.t["audio.on"] : Words.t["audio.off"]
        onActivated: Kiosk.send("audioToggle")
    }
    StepSetting {
        width: parent.width
        height: implicitHeight
        name: "audio.volume"
        icon: "volume"
        text: Words.t["audio.volume"]
        lessText: Words.t["audio.softer"]
        moreText: Words.t["audio.louder"]
        value: dialog.facts.volume ?? 1
        most: dialog.facts.volumeMost ?? 5
        onLess: Kiosk.send("softer")
        onMore: Kiosk.send("louder")
    }
    StepSetting {
        width: parent.width
        height: implicitHeight
        name: "audio.speed"
        icon: "gauge"
        text: Words.t["audio.speed"]
        lessText: Words.t["audio.slower"]
        moreText: Words.t["audio.faster"]
        value: dialog.facts.speed ?? 1
        most: dialog.facts.speedMost ?? 3
        onLess: Kiosk.send("slower")
        onMore: Kiosk.send("faster")
    }
    GridLayout {
        width: parent.width
        columns: Theme.tall ? 2 : 3
        columnSpacing: 20 * Theme.u
        rowSpacing: columnSpacing
        uniformCellWidths: true

        EdgeButton {
            objectName: "audio.repeat"
            Layout.fillWidth: true
            Layout.fillHeight: true
            icon: Theme.textScale > 1 ? "" : "repeat"
            text: Words.t["audio.repeat"]
            enabled: dialog.on
            onActivated: Kiosk.send("repeat")
        }
        EdgeButton {
            objectName: "audio.screenoff"
            Layout.fillWidth: true
            Layout.fillHeight: true
            icon: Theme.textScale > 1 ? "" : "eye-off"
            text: Words.t["audio.screenoff"]
            role: Accessible.CheckBox
            chosen: dialog.facts.screenOff === true
            enabled: dialog.on
            onActivated: Kiosk.send("screenOff")
        }
        EdgeButton {
            objectName: "dialog.close"
            Layout.fillWidth: true
            Layout.columnSpan: Theme.tall ? 2 : 1
            Layout.preferredHeight: implicitHeight
            text: Words.t["common.close"]
            onActivated: Kiosk.send("closeDialog")
        }
    }
}
