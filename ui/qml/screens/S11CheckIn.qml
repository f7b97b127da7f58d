import QtQuick.Layouts
import Anjungan

// S11: show the code of an online booking, or type it.
ScanScreen {
    id: checkIn

    name: "S11"
    cloudsTop: 650
    skyBottom: 916
    guide: [
        {
            "icon": "device-mobile",
            "text": facts.sub
        }
    ]

    Dock {
        BackButton {}
        EdgeButton {
            objectName: "checkin.type"
            Layout.fillWidth: true
            Layout.fillHeight: true
            strong: true
            icon: "keyboard"
            text: Words.t["chk.code"]
            onActivated: Kiosk.send("typeCode")
        }
    }
}
