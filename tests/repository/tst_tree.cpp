// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

// What may stand in the files of the project, and that generated parts are in step with what they are made from.
class TreeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesNoMachine();
    void listsItsDependenciesInTheReadme();
    void regeneratesTheSampleData();
    void keepsTheSampleSmall();
};

namespace {

const QString root = QStringLiteral(TESSERA_SOURCE_DIR);

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList projectFiles()
{
    QStringList files;
    QDirIterator it(root, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next().mid(root.size() + 1);
        if (!path.startsWith(u"build"_qs) && !path.startsWith(u".git/"_qs) && path != u".git"_qs &&
            !path.startsWith(u".cache/"_qs))
            files << path;
    }
    return files;
}

QMap<QString, QByteArray> csvFilesIn(const QString &folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator it(folder, {u"*.csv"_qs}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        files[path.mid(folder.size())] = bytesOf(path);
    }
    return files;
}

} // namespace

// Paths of somebody's machine and hosts of package registries have no business in the sources. The patterns are put
// together here so that this file does not match them.
void TreeTest::namesNoMachine()
{
    const QRegularExpression forbidden(
        u"/(home|work|root|Users)/[a-z0-9_]+/|file:///(home|work|root|Users)|deb\\.debian"_qs +
        u"\\.org|registry\\.npmjs"_qs + u"\\.org|pypi"_qs + u"\\.org|artifactory|-docker\\.pkg\\.dev"_qs);
    QStringList found;
    for (const QString &path : projectFiles()) {
        const QByteArray bytes = bytesOf(root + u'/' + path);
        if (bytes.contains('\0') || path.endsWith(u"tst_tree.cpp"_qs))
            continue;
        const auto match = forbidden.match(QString::fromUtf8(bytes));
        if (match.hasMatch())
            found << path + u": "_qs + match.captured();
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TreeTest::listsItsDependenciesInTheReadme()
{
    QProcess list;
    list.start(root + u"/packaging/install-dependencies"_qs, {u"--list"_qs});
    QVERIFY(list.waitForFinished());
    QCOMPARE(list.exitCode(), 0);
    const QByteArray table = list.readAllStandardOutput().trimmed();
    QVERIFY(table.count('\n') > 20);
    QVERIFY2(bytesOf(root + u"/README.md"_qs).contains(table),
             "Put the output of `packaging/install-dependencies --list` into the README.");
}

void TreeTest::regeneratesTheSampleData()
{
    const QString python = QStandardPaths::findExecutable(u"python3"_qs);
    if (python.isEmpty())
        QSKIP("python3 is not installed");
    QTemporaryDir folder;
    QProcess generator;
    generator.start(python, {root + u"/resources/sample/generate.py"_qs, folder.path()});
    QVERIFY(generator.waitForFinished());
    QCOMPARE(generator.readAllStandardError(), QByteArray());
    const auto made = csvFilesIn(folder.path());
    QVERIFY(made.size() >= 6);
    QVERIFY2(made == csvFilesIn(root + u"/resources/sample/data"_qs),
             "Run resources/sample/generate.py and commit what it writes.");
}

void TreeTest::keepsTheSampleSmall()
{
    qsizetype total = 0;
    for (const QByteArray &file : csvFilesIn(root + u"/resources/sample/data"_qs))
        total += file.size();
    QVERIFY2(total < 2 * 1024 * 1024, qPrintable(QString::number(total)));
}

QTEST_GUILESS_MAIN(TreeTest)
#include "tst_tree.moc"
