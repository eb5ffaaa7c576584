// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/files/atomic_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace tessera::adapters {

using model::Error;
using model::ErrorCode;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::adapters::AtomicFile)
};

model::Unexpected failure(ErrorCode code, const QString &path, QString message, QString hint, QString detail = {})
{
    Error error{code, std::move(message), std::move(hint), std::move(detail), {}};
    error.where.file = path;
    return model::Unexpected(std::move(error));
}

} // namespace

model::Result<std::string> readFile(const QString &path, qint64 maxBytes)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(ErrorCode::NotFound, path, Texts::tr("There is no file “%1”.").arg(path),
                       Texts::tr("Check the name."));
    if (info.isDir())
        return failure(ErrorCode::Invalid, path, Texts::tr("“%1” is a folder, not a file.").arg(path),
                       Texts::tr("Name a file inside it."));
    if (!info.isFile())
        return failure(ErrorCode::Invalid, path, Texts::tr("“%1” is not a regular file.").arg(path),
                       Texts::tr("Copy its content into a file first."));
    if (info.size() > maxBytes)
        return failure(ErrorCode::Limit, path,
                       Texts::tr("“%1” has %2 MB; files up to %3 MB are read.")
                           .arg(path)
                           .arg(static_cast<double>(info.size()) / 1048576, 0, 'f', 1)
                           .arg(maxBytes / 1048576),
                       Texts::tr("Is it really a workbook?"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Io, path, Texts::tr("“%1” cannot be read.").arg(path),
                       Texts::tr("Check its permissions."), file.errorString());
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return failure(ErrorCode::Io, path, Texts::tr("“%1” cannot be read to its end.").arg(path), {},
                       file.errorString());
    return std::string(bytes.constData(), static_cast<std::size_t>(bytes.size()));
}

model::Result<void> writeFile(const QString &path, const std::string &bytes)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isWritable())
        return failure(ErrorCode::ReadOnly, path, Texts::tr("“%1” is write-protected.").arg(path),
                       Texts::tr("Save under another name, or change its permissions."));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data(), static_cast<qint64>(bytes.size())) < 0 ||
        !file.commit())
        return failure(ErrorCode::Io, path, Texts::tr("“%1” cannot be written.").arg(path),
                       Texts::tr("Check that the folder exists, that it may be written to and that the disk has room."),
                       file.errorString());
    return {};
}

} // namespace tessera::adapters
