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

        // Files of screens/; the first three letters are the name the bridge uses.
        readonly property list<string> files: ["S00Attract", "S01Identify", "S02Catalogue", "S03Search", "S04Agencies", "S05Services", "S06Event", "S07Detail", "S08Issuing", "S09Done", "S10OnPhone", "S20Closed", "ETrouble"]
        property string shown
        property KioskScreen page: null
        readonly property bool asking: dialogs.item !== null

        function present() {
            const index = files.findIndex(file => file.startsWith(Kiosk.screen));
            if (Kiosk.screen === "" || index < 0)
                return;
            const place = screens.itemAt(index) as Loader;
            if (place.item)
                place.item.facts = Kiosk.view;
            else
                place.setSource(Qt.resolvedUrl("screens/" + files[index] + ".qml"), {
                    "facts": Kiosk.view
                });
            page = place.item as KioskScreen;
            shown = Kiosk.screen;
        }

        function holds(item, part) {
            for (let at = part; at; at = at.parent)
                if (at === item)
                    return true;
            return false;
        }

        // The next control in reading order; with a dialog open only it and the toolbar count.
        function step(forward) {
            const start = window.activeFocusItem ?? stage;
            let at = start;
            for (let guard = 0; guard < 200; ++guard) {
                at = at.nextItemInFocusChain(forward);
                if (!at || at === start)
                    return;
                if (at as Touchable && (!asking || holds(dialogs, at) || holds(bar, at))) {
                    at.forceActiveFocus(Qt.TabFocusReason);
                    return;
                }
            }
        }

        anchors.fill: parent
        focus: true
        Component.onCompleted: present()
        Keys.onPressed: event => {
            const moves = {
                [Qt.Key_Down]: true,
                [Qt.Key_Tab]: true,
                [Qt.Key_Right]: true,
                [Qt.Key_Up]: false,
                [Qt.Key_Backtab]: false
            };
            Theme.focusShown = true;
            Kiosk.send("touched");
            if (event.key in moves)
                step(moves[event.key]);
            else if (event.key === Qt.Key_Left || event.key === Qt.Key_Escape)
                Kiosk.send((dialogs.item as KioskDialog)?.safeOrder ?? "back");
            else
                return;
            event.accepted = true;
        }

        Connections {
            target: Kiosk

            function onScreenChanged() {
                stage.present();
            }

            function onViewChanged() {
                stage.present();
            }
        }

        TouchRouter {
            id: router

            onTouched: Kiosk.send("touched")
        }

        SkyHeader {
            id: sky

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
                        screen.ground = Qt.binding(() => sky.ground);
                        screen.current = Qt.binding(() => stage.shown === screen.name);
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

        AccessBar {
            id: bar

            readonly property bool wide: Theme.tall || !Theme.skyBeside

            x: wide ? 0 : Theme.panelX
            y: parent.height - height
            width: wide ? parent.width : Theme.panelWidth
            height: implicitHeight
            visible: stage.page === null || stage.page.equipped
        }
    }
}
