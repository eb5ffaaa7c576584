// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QSet>

#include "adapters/files/atomic_file.h"
#include "app/cli/cached_pictures.h"
#include "app/cli/command.h"
#include "app/cli/command_rows.h"
#include "app/cli/console.h"
#include "app/cli/input.h"
#include "app/cli/pictures.h"
#include "app/cli/query_input.h"
#include "designer/style/tokens.h"
#include "model/base/text.h"

namespace tessera::app {

namespace {

constexpr int minWidth = 200, maxWidth = 8000; // px
constexpr double minScale = 0.25, maxScale = 4;

struct Options
{
    QString input, output, page; // page empty: all
    QString data;                // folder, "": none
    model::Moment now;
    designer::RenderOptions render;
};

// What is wrong with the options, empty when nothing is.
QString readOptions(const QCommandLineParser &arguments, Options &options)
{
    options.input = arguments.positionalArguments().constFirst();
    options.output = arguments.value(u"o"_qs);
    options.page = arguments.value(u"page"_qs);
    if (options.output.isEmpty())
        return Cli::tr("Name the file or folder to write with -o.");
    if (arguments.isSet(u"page"_qs) == arguments.isSet(u"all"_qs))
        return Cli::tr("Choose either --page ID or --all.");
    bool isNumber = true;
    if (arguments.isSet(u"width"_qs))
        options.render.width = arguments.value(u"width"_qs).toInt(&isNumber);
    if (!isNumber || options.render.width < minWidth || options.render.width > maxWidth)
        return Cli::tr("--width takes pixels from %1 to %2.").arg(minWidth).arg(maxWidth);
    if (arguments.isSet(u"scale"_qs))
        options.render.scale = arguments.value(u"scale"_qs).toDouble(&isNumber);
    if (!isNumber || options.render.scale < minScale || options.render.scale > maxScale)
        return Cli::tr("--scale takes a number from %1 to %2.").arg(minScale).arg(maxScale);
    const QString theme = arguments.value(u"theme"_qs);
    if (theme == u"light"_qs)
        options.render.tokens = &designer::Tokens::light();
    else if (theme == u"dark"_qs)
        options.render.tokens = &designer::Tokens::darkTheme();
    else if (!theme.isEmpty())
        return Cli::tr("--theme takes light or dark.");
    if (arguments.isSet(u"data"_qs) && !QFileInfo(arguments.value(u"data"_qs)).isDir())
        return Cli::tr("--data takes a folder; “%1” is none.").arg(arguments.value(u"data"_qs));
    options.data = arguments.isSet(u"data"_qs) ? arguments.value(u"data"_qs) : dataFolderBeside(options.input);
    const auto now = nowFrom(arguments, QTimeZone::utc());
    if (!now)
        return Cli::tr("--now takes a moment as ISO 8601; “%1” is none.").arg(arguments.value(u"now"_qs));
    options.now = *now;
    return {};
}

// A name that every file system takes, different for each block.
QString fileNameFor(const std::string &blockId, QSet<QString> &used)
{
    QString base;
    for (const QChar c : model::toQString(blockId))
        base += c.unicode() < 128 && (c.isLetterOrNumber() || c == u'-' || c == u'_') ? c : u'_';
    QString name = base + u".png"_qs;
    for (int number = 2; used.contains(name.toLower()); ++number)
        name = base + u"-%1.png"_qs.arg(number);
    used << name.toLower();
    return name;
}

model::Result<void> writePicture(const model::Workbook &workbook, const model::Catalogue &catalogue,
                                 const std::string &block, const QString &path, const Options &options,
                                 Console &console)
{
    const auto png = pictureOf(workbook, catalogue, block, options.render);
    const auto written = png ? adapters::writeFile(path, *png) : model::fail(png.error());
    if (written)
        console.out(path);
    return written;
}

model::Result<void> writeAll(const model::Workbook &workbook, const model::Catalogue &catalogue, const Options &options,
                             Console &console)
{
    const QDir folder(options.output);
    if (!folder.mkpath(u"."_qs))
        return model::fail(model::ErrorCode::Io, Cli::tr("The folder “%1” could not be made.").arg(options.output));
    QSet<QString> used;
    for (const std::string &block : blockIds(workbook)) {
        if (auto done =
                writePicture(workbook, catalogue, block, folder.filePath(fileNameFor(block, used)), options, console);
            !done)
            return done;
    }
    return {};
}

int run(const QCommandLineParser &arguments, Console &console)
{
    Options options;
    if (const QString wrong = readOptions(arguments, options); !wrong.isEmpty()) {
        console.err(u"tessera render: "_qs + wrong);
        return Misuse;
    }
    const auto loaded = openWorkbook(options.input, console);
    const auto catalogue = loaded ? openCatalogue(console) : std::nullopt;
    if (!catalogue)
        return loaded ? Findings : Misuse;
    const auto rows = CommandRows::make(loaded->workbook, options.data, options.now);
    if (!rows) {
        console.err(rows.error());
        return Findings;
    }
    options.render.rows = rows->get();
    const CachedPictures pictures;
    options.render.pictures = &pictures;
    const auto done = options.page.isEmpty() ? writeAll(loaded->workbook, *catalogue, options, console)
                                             : writePicture(loaded->workbook, *catalogue, model::toUtf8(options.page),
                                                            options.output, options, console);
    if (done)
        return Done;
    console.err(done.error(), options.input);
    return done.error().code == model::ErrorCode::NotFound ? Misuse : Findings;
}

} // namespace

Command renderCommand()
{
    Command command;
    command.name = u"render"_qs;
    command.synopsis =
        u"FILE (--page ID | --all) -o PNG|DIR [--width PX] [--scale N] [--theme light|dark] [--data DIR] [--now MOMENT]"_qs;
    command.summary = Cli::tr("Draw pages, overlays and panels as the canvas shows them.");
    command.text = Cli::tr(
        "Prints the files it wrote. Elements show the rows of the data folder: DIR, or the folder “data” beside the\n"
        "file. Tables without a file there get made-up rows, marked as such. The same input gives the same\n"
        "pictures on the same day, with --now on any.");
    command.options = {{u"page"_qs, Cli::tr("The page, overlay or panel to draw."), u"ID"_qs},
                       {u"all"_qs, Cli::tr("Draw all of them, one file each, into the folder DIR.")},
                       {{u"o"_qs, u"output"_qs}, Cli::tr("The file, or with --all the folder, to write."), u"PATH"_qs},
                       {u"width"_qs, Cli::tr("Width of the picture at scale 1, in pixels (1280)."), u"PX"_qs},
                       {u"scale"_qs, Cli::tr("Device pixels per pixel (1)."), u"N"_qs},
                       {u"theme"_qs, Cli::tr("light or dark instead of the workbook's own theme."), u"NAME"_qs},
                       {u"data"_qs,
                        Cli::tr("Folder with a CSV file per table; the folder “data” beside the file unless given."),
                        u"DIR"_qs},
                       nowOption()};
    command.minArguments = command.maxArguments = 1;
    command.draws = true;
    command.run = run;
    return command;
}

} // namespace tessera::app
