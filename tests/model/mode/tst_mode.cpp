// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "model/mode/mode.h"

using namespace tessera::model;

class TestMode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstSourceThatSpeaksDecides()
    {
        QCOMPARE(*chooseMode({}), Mode::Standalone);
        QCOMPARE(*chooseMode({"", "", "", "sigma"}), Mode::Sigma);
        QCOMPARE(*chooseMode({"", "MOCK", "standalone", "sigma"}), Mode::MockWarehouse);
        QCOMPARE(*chooseMode({"standalone", "mock_warehouse", "", ""}), Mode::Standalone);
    }

    void anUnknownModeIsNamedWithItsSource()
    {
        const auto chosen = chooseMode({"", "warehouse", "", "sigma"});
        QVERIFY(!chosen);
        QVERIFY(chosen.error().message.contains(QStringLiteral("warehouse")));
        QVERIFY(chosen.error().message.contains(QStringLiteral("environment")));
        QVERIFY(chosen.error().hint.contains(QStringLiteral("mock_warehouse")));
    }

    void whatIsMissingHasAReason()
    {
        for (const Mode mode : allModes) {
            QCOMPARE(modeFromWire(wireName(mode)), std::optional(mode));
            QVERIFY(!title(mode).isEmpty());
            for (const Capability capability : allCapabilities) {
                QVERIFY(!wireName(capability).empty());
                QCOMPARE(reasonWithout(mode, capability).isEmpty(), has(mode, capability));
            }
        }
        QVERIFY(!has(Mode::Standalone, Capability::RealTimeSync));
        QVERIFY(has(Mode::Sigma, Capability::WarehouseAi));
    }
};

QTEST_GUILESS_MAIN(TestMode)
#include "tst_mode.moc"
