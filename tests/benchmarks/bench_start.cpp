// SPDX-License-Identifier: GPL-3.0-or-later
// From the start of the process to the first picture of the window with the sample workbook in it.
#include <cstdio>

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>

#include "tests/benchmarks/bench_table.h"

using namespace tessera;

namespace {

struct Startup
{
    double milliseconds = -1, megabytes = -1;
};

// A profile of its own, kept between the runs: a warm start finds its caches and settings.
Startup startOnce(const QString &profile, const QString &workbook)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
        environment.insert(QString::fromLatin1(name), profile);
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(QStringLiteral(TESSERA_PROGRAM), {QStringLiteral("--startup-time"), workbook});
    Startup startup;
    if (!process.waitForFinished(60'000))
        process.kill();
    const QByteArray said = process.readAllStandardOutput();
    std::sscanf(said.constData(), "first picture: %lf ms\nresident memory: %lf MB", &startup.milliseconds,
                &startup.megabytes);
    return startup;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    bench::BenchTable table;
    QTemporaryDir profile;
    const QString workbook = profile.filePath(QStringLiteral("marketing.yaml"));
    QFile::copy(QStringLiteral(TESSERA_SOURCE_DIR "/resources/sample/marketing.yaml"), workbook);
    startOnce(profile.path(), workbook);
    std::vector<double> times, sizes;
    for (int run = 0; run < 7; ++run) {
        const Startup startup = startOnce(profile.path(), workbook);
        times.push_back(startup.milliseconds);
        sizes.push_back(startup.megabytes);
    }
    const bool measured = std::all_of(times.begin(), times.end(), [](double time) { return time > 0; });
    table.check("The window opens", measured);
    if (measured) {
        table.atMost("First window with the sample workbook, warm", bench::percentile(times, 0.5), 300, "ms");
        table.atMost("Memory of the window with the sample workbook", bench::percentile(sizes, 0.5), 150, "MB");
    }
    return table.finish();
}
