// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/designer_main.h"

#include <cstdio>

#include <QApplication>
#include <QFile>
#include <QMessageBox>

#include <unistd.h>

#include "app/texts.h"
#include "app/window/composition.h"
#include "app/window/main_window.h"
#include "app/window/settings.h"
#include "designer/style/theme.h"

namespace tessera::app {

namespace {

// Milliseconds since the kernel started this process, -1 where that cannot be known.
double processAgeMs()
{
    QFile stat(QStringLiteral("/proc/self/stat"));
    QFile uptime(QStringLiteral("/proc/uptime"));
    if (!stat.open(QIODevice::ReadOnly) || !uptime.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray line = stat.readAll();
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    const double started = fields.value(19).toDouble() / static_cast<double>(sysconf(_SC_CLK_TCK));
    return (uptime.readAll().split(' ').value(0).toDouble() - started) * 1000;
}

double residentMegabytes()
{
    QFile statm(QStringLiteral("/proc/self/statm"));
    if (!statm.open(QIODevice::ReadOnly))
        return -1;
    const double pages = statm.readAll().split(' ').value(1).toDouble();
    return pages * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

void printStartup()
{
    std::printf("first picture: %.0f ms\nresident memory: %.0f MB\n", processAgeMs(), residentMegabytes());
    std::fflush(stdout);
}

// Qt would abort with a dump; a person at a terminal needs a sentence.
bool hasDisplay(const QStringList &arguments)
{
    if (arguments.contains(QLatin1String("-platform")))
        return true;
#ifdef Q_OS_LINUX
    for (const char *name : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"}) {
        if (qEnvironmentVariableIsSet(name))
            return true;
    }
    return false;
#else
    return true;
#endif
}

} // namespace

int runDesigner(int argc, char **argv, const QStringList &arguments)
{
    if (!hasDisplay(arguments)) {
        std::fputs("tessera: There is no display to open a window on. The commands work without one: tessera --help\n",
                   stderr);
        return 1;
    }
    QApplication application(argc, argv);
    nameApplication();
    QGuiApplication::setApplicationDisplayName(QString());
    QGuiApplication::setDesktopFileName(QStringLiteral("tessera"));
    installTexts();
    designer::applyTheme(application, designer::tokensFor(settings::theme()));

    const auto composition = Composition::create();
    if (!composition) {
        QMessageBox::critical(nullptr, QStringLiteral("Tessera"), composition.error().message);
        return 2;
    }
    QStringList rest = arguments.mid(1);
    const bool measure = rest.removeOne(QStringLiteral("--startup-time"));
    MainWindow window(**composition);
    window.setTheme(settings::theme());
    if (measure) {
        QObject::connect(&window, &MainWindow::painted, &application, [&application] {
            printStartup();
            application.quit();
        });
    }
    if (!rest.isEmpty())
        window.openFile(rest.first());
    window.show();
    return QApplication::exec();
}

} // namespace tessera::app
