import QtQuick.Layouts
import Anjungan

// S13: what is to be rated, by the code on the paper or by choosing the agency.
ScanScreen {
    id: rate

    name: "S13"
    lead: facts.sub
    blindText: Words.t["skm.start.pick"]
    cloudsTop: 650
    skyBottom: 916
    guide: [
        {
            "icon": "receipt",
            "text": facts.scan
        }
    ]

    Dock {
        BackButton {}
        EdgeButton {
            objectName: "rate.pick"
            Layout.fillWidth: true
            Layout.fillHeight: true
            strong: true
            icon: "building-bank"
            text: Words.t["skm.start.pick"]
            onActivated: Kiosk.send("pickAgency")
        }
    }
}
