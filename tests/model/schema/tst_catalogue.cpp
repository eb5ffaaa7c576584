// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "model/schema/catalogue.h"

using namespace tessera::model;

class TestCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loads();
};

void TestCatalogue::loads()
{
    const Result<Catalogue> loaded = loadCatalogue();
    QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().message + QLatin1Char('\n') + loaded.error().detail));
    QVERIFY(loaded->element("bar-chart"));
    QBENCHMARK { QVERIFY(loadCatalogue()); }
}

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
