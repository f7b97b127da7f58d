pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Anjungan

// The window: sky, the screens on their panel, toolbar, toast and dialogs, and who gets touches
// and keys. It knows no screen's content and no order of screens.
Window {
    id: window

    property bool fullscreen: false

    color: Theme.ground
    flags: fullscreen ? Qt.Window | Qt.FramelessWindowHint : Qt.Window
    visibility: fullscreen ? Window.FullScreen : Window.Windowed
    visible: true

    FocusScope {
        id: stage

        // Files of screens/; the bridge names one by its first letters, and the first match is meant.
        readonly property list<string> files: ["S00Attract", "S01Identify", "S02Catalogue", "S03Search", "S04Agencies", "S05Services", "S06Event", "S07Detail", "S08Issuing", "S09Done", "S10OnPhone", "S11CheckIn", "S11Code", "S12Booking", "S13Rate", "S14Question", "S14Profile", "S14Comment", "S15Thanks", "S20Closed", "S30Pin", "S31Panel", "S32Scan", "S33Roll", "S34Touch", "S35Layout", "S36Log", "S40Stats", "S50Choose", "S51Type", "S52Show", "S53Check", "ETrouble"]
        property string shown
        property KioskScreen page: null

        function fill(screen, facts) {
            const index = files.findIndex(file => file.startsWith(screen));
            if (screen === "" || index < 0)
                return null;
            const place = screens.itemAt(index) as Loader;
            if (place.item)
                place.item.facts = facts;
            else
                place.setSource(Qt.resolvedUrl("screens/" + files[index] + ".qml"), {
                    "facts": facts
                });
            return place.item as KioskScreen;
        }

        function present() {
            const next = fill(Kiosk.screen, Kiosk.view);
            if (!next)
                return;
            page = next;
            shown = Kiosk.screen;
        }

        // A visit is over: screens that told of the visitor go, with all they knew.
        function forget() {
            for (let index = 0; index < files.length; ++index) {
                const place = screens.itemAt(index) as Loader;
                const screen = place.item as KioskScreen;
                if (screen && screen.personal && screen !== page)
                    place.source = "";
            }
        }

        anchors.fill: parent
        focus: true
        Component.onCompleted: present()
        Keys.onPressed: event => event.accepted = walk.press(event)

        Connections {
            target: Kiosk

            function onScreenChanged() {
                stage.present();
                if (Kiosk.screen === "S00")
                    stage.forget();
            }

            function onPrepared(screen, view) {
                if (screen !== Kiosk.screen)
                    stage.fill(screen, view);
            }

            function onViewChanged() {
                stage.present();
                Qt.callLater(walk.follow);
            }

            function onShellChanged() {
                Qt.callLater(walk.follow);
            }
        }

        KeyWalk {
            id: walk

            home: stage
            page: stage.page
            dialog: dialogs.item as KioskDialog
            toolbar: bar
            screen: stage.shown
            kind: dialogs.item ? dialogs.kind : ""
            closedUntil: router.closedUntil
        }

        TouchRouter {
            id: router

            onTouched: Kiosk.send("touched")
        }

        SkyHeader {
            id: sky

            doored: Kiosk.screen === "S00" || Kiosk.screen === "S20"

            width: Theme.skyWidth
            height: Theme.skyHeight
            page: stage.page
            place: Kiosk.shell.place ?? ""
            tenant: Kiosk.shell.tenant ?? ""
            clock: Kiosk.shell.clock ?? ""
            date: Kiosk.shell.date ?? ""
            banner: Kiosk.shell.banner ?? null
        }

        Item {
            x: Theme.panelX
            y: Theme.panelY
            width: Theme.panelWidth
            height: Theme.panelHeight

            Repeater {
                id: screens

                model: stage.files

                Loader {
                    id: place

                    required property string modelData

                    anchors.fill: parent
                    onLoaded: {
                        const screen = place.item as KioskScreen;
                        screen.current = Qt.binding(() => stage.shown === screen.name);
                    }

                    // The one shown alone follows the sky: laying out twenty hidden screens anew
                    // for each title would cost more than the change of screens itself.
                    Binding {
                        target: place.item
                        property: "ground"
                        value: sky.ground
                        when: place.item === stage.page
                        restoreMode: Binding.RestoreNone
                    }
                }
            }
        }

        Loader {
            id: dialogs

            readonly property string kind: Kiosk.shell.dialog ? Kiosk.shell.dialog.kind : ""

            anchors.fill: parent
            focus: active
            active: kind !== ""
            source: active ? Qt.resolvedUrl("screens/Dialog" + kind.charAt(0).toUpperCase() + kind.slice(1) + ".qml") : ""
            onKindChanged: router.close()
            onActiveChanged: if (!active && stage.page)
                stage.page.forceActiveFocus()
        }

        Toast {
            x: Theme.panelX + (Theme.panelWidth - width) / 2
            y: bar.y - height - 24 * Theme.u
            text: Kiosk.shell.toast ?? ""
        }

        // For those who listen: nothing is seen but the toolbar. A touch brings the picture back.
        Touchable {
            objectName: "veil"
            anchors.fill: parent
            activeFocusOnTab: false
            shrinks: false
            visible: Kiosk.shell.screenOff === true
            Accessible.ignored: true
            onActivated: Kiosk.send("screenOff")

            Rectangle {
                anchors.fill: parent
                color: Theme.veil
            }
        }

        AccessBar {
            id: bar

            readonly property bool wide: Theme.tall || !Theme.skyBeside

            x: wide ? 0 : Theme.panelX
            y: parent.height - height
            width: wide ? parent.width : Theme.panelWidth
            height: implicitHeight
            visible: stage.page === null || stage.page.equipped
        }

        // Nobody has been here for a while.
        Rectangle {
            anchors.fill: parent
            color: Theme.veil
            opacity: 0.4
            visible: Kiosk.shell.dim === true
        }
    }
}
