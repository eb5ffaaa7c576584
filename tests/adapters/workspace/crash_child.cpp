// SPDX-License-Identifier: GPL-3.0-or-later
// Edits a workbook until it is killed. Says "a N" before it hands over record N and "w N" when records up to N are on
// disk. Arguments: workspace file, seed, records between two waits for the disk.
#include <cstdio>

#include <QCoreApplication>
#include <QTimer>

#include "adapters/workspace/workspace.h"
#include "tests/adapters/workspace/crash_script.h"

using namespace tessera;

namespace {

void say(char what, qint64 number)
{
    std::printf("%c %lld\n", what, static_cast<long long>(number));
    std::fflush(stdout); // into the pipe: what was said survives the kill
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() != 4)
        return 2;
    const qint64 burst = arguments.at(3).toLongLong();
    test::CrashScript script(arguments.at(2).toUInt());
    auto opened = adapters::Workspace::open(arguments.at(1));
    if (!opened)
        return 1;
    adapters::Workspace &workspace = **opened;
    const auto id = workspace.create(script.start());
    if (!id)
        return 1;
    auto document = adapters::makeDocument(*workspace.load(*id));
    qint64 applied = 0;
    qint64 durable = 0;
    QObject::connect(document.get(), &model::Document::recorded, &app, [&] { say('a', ++applied); });
    QObject::connect(&workspace, &adapters::Workspace::written, &app, [&](const QString &, qint64 sequence) {
        durable = sequence;
        say('w', sequence);
    });
    if (!workspace.attach(*document, *id))
        return 1;
    QTimer work;
    QObject::connect(&work, &QTimer::timeout, &app, [&] {
        if (durable == applied || applied - durable < burst)
            script.step(*document);
    });
    work.start(0);
    return app.exec();
}
