// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

// app ──► designer ──► model ◄── adapters ◄── app, and model knows no window, database or network.
class LayersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsIncludesWithinTheLayer_data();
    void keepsIncludesWithinTheLayer();
    void findsALeak();
    void startsEverySourceWithItsLicence();
};

namespace {

const QString root = QStringLiteral(TESSERA_SOURCE_DIR);

QStringList sourcesIn(const QString &folder)
{
    QStringList files;
    QDirIterator it(root + u'/' + folder, {u"*.h"_qs, u"*.cpp"_qs}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        files << it.next();
    return files;
}

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// Every #include of `text` that `forbidden` matches, as "line 12: <QWidget>".
QStringList leaksIn(const QString &text, const QRegularExpression &forbidden)
{
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"_qs);
    QStringList leaks;
    const QStringList lines = text.split(u'\n');
    for (int number = 0; number < lines.size(); ++number) {
        const auto match = include.match(lines.at(number));
        if (match.hasMatch() && forbidden.match(match.captured(1)).hasMatch())
            leaks << u"line %1: <%2>"_qs.arg(number + 1).arg(match.captured(1));
    }
    return leaks;
}

const QString windows =
    u"Qt(Widgets|Gui|Charts|Svg|SvgWidgets|OpenGL|PrintSupport)(/|$)|Q(Widget|Application|GuiApplication|"
    "Painter|Pixmap|Image|Font|Color|Icon|Brush|Pen|Action|Chart|Svg|Sci)|Qsci/"_qs;
const QString outside = u"Qt(Sql|Network)(/|$)|QSql|QNetwork|QTcp|QHttp|libfyaml|quazip|sqlite3|git2"_qs;

} // namespace

void LayersTest::keepsIncludesWithinTheLayer_data()
{
    QTest::addColumn<QString>("forbidden");
    QTest::newRow("model") << u"^(designer|adapters|app)/|^("_qs + windows + u'|' + outside + u')';
    QTest::newRow("adapters") << u"^(designer|app)/|^Qt(Widgets|Charts)(/|$)|^Q(Widget|Application$)"_qs;
    QTest::newRow("designer") << u"^(adapters|app)/|^("_qs + outside + u')';
}

void LayersTest::keepsIncludesWithinTheLayer()
{
    QFETCH(QString, forbidden);
    const QString layer = QString::fromLatin1(QTest::currentDataTag());
    const QRegularExpression pattern(forbidden);
    QVERIFY2(pattern.isValid(), qPrintable(pattern.errorString()));
    const QStringList files = sourcesIn(layer);
    QVERIFY(!files.isEmpty());
    QStringList leaks;
    for (const QString &file : files) {
        for (const QString &leak : leaksIn(textOf(file), pattern))
            leaks << file.mid(root.size() + 1) + u", "_qs + leak;
    }
    QVERIFY2(leaks.isEmpty(), qPrintable(leaks.join(u'\n')));
}

void LayersTest::findsALeak()
{
    const QString text =
        u"#pragma once\n#include <QtWidgets/QWidget>\n  #  include \"app/main.h\"\n#include <QString>\n"_qs;
    QCOMPARE(leaksIn(text, QRegularExpression(u"^app/|^("_qs + windows + u')')),
             QStringList({u"line 2: <QtWidgets/QWidget>"_qs, u"line 3: <app/main.h>"_qs}));
}

void LayersTest::startsEverySourceWithItsLicence()
{
    QStringList without;
    for (const auto *folder : {"model", "adapters", "designer", "app", "tests"}) {
        for (const QString &file : sourcesIn(QLatin1String(folder))) {
            if (!textOf(file).startsWith(u"// SPDX-License-Identifier: GPL-3.0-or-later\n"_qs))
                without << file.mid(root.size() + 1);
        }
    }
    QVERIFY2(without.isEmpty(), qPrintable(without.join(u'\n')));
}

QTEST_GUILESS_MAIN(LayersTest)
#include "tst_layers.moc"
