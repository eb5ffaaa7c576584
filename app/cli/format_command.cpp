// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCommandLineParser>

#include "adapters/files/atomic_file.h"
#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/input.h"

namespace tessera::app {

namespace {

int run(const QCommandLineParser &arguments, Console &console)
{
    const QString path = arguments.positionalArguments().constFirst();
    const auto loaded = openWorkbook(path, console);
    if (!loaded)
        return Misuse;
    const auto text = adapters::formatWorkbook(*loaded);
    if (!text) {
        console.err(text.error(), path);
        return Findings;
    }
    if (*text == loaded->text)
        return Done;
    if (arguments.isSet(u"check"_qs)) {
        console.out(Cli::tr("%1: not in canonical form").arg(path));
        return Findings;
    }
    if (const auto written = adapters::writeFile(path, *text); !written) {
        console.err(written.error(), path);
        return Findings;
    }
    return Done;
}

} // namespace

Command formatCommand()
{
    Command command;
    command.name = u"format"_qs;
    command.synopsis = u"FILE [--check]"_qs;
    command.summary = Cli::tr("Rewrite a workbook in canonical form, comments included.");
    command.options = {{u"check"_qs, Cli::tr("Change nothing; exit with 1 when the file is not in canonical form.")}};
    command.minArguments = command.maxArguments = 1;
    command.run = run;
    return command;
}

} // namespace tessera::app
