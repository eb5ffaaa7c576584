// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/package/archive.h"

#include <algorithm>

#include <QBuffer>
#include <QCoreApplication>
#include <QStringList>

#include <quazip.h>
#include <quazipfile.h>
#include <quazipnewinfo.h>

#include "model/base/text.h"

namespace tessera::adapters {

using model::ErrorCode;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Archive)
};

constexpr int compressionLevel = 9;
constexpr qint64 chunkBytes = 64 * 1024;

bool isSafePath(const QString &path)
{
    if (path.isEmpty() || path.startsWith(u'/') || path.contains(u'\\') || path.contains(u':') ||
        path.contains(QChar(0)))
        return false;
    const QStringList parts = path.split(u'/');
    return !parts.contains(u".."_qs) && !parts.contains(u"."_qs) && !parts.contains(QString());
}

model::Unexpected unsafe(const QString &path)
{
    return model::fail(ErrorCode::Invalid,
                       Text::tr("The archive holds a file named “%1”, which could lead outside of it.").arg(path),
                       Text::tr("Do not use this archive; ask for it again where it came from."));
}

model::Unexpected damaged(const QString &path = {})
{
    return model::fail(ErrorCode::Invalid,
                       path.isEmpty() ? Text::tr("This is not a ZIP archive, or it is damaged.")
                                      : Text::tr("“%1” in the archive is damaged.").arg(path),
                       Text::tr("Ask for it again where it came from."));
}

QuaZipNewInfo entryFor(const std::string &path, qint64 size)
{
    QuaZipNewInfo entry(model::toQString(path));
    entry.dateTime = QDateTime(QDate(1980, 1, 1), QTime(0, 0)); // the earliest a ZIP file can express
    entry.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    entry.uncompressedSize = static_cast<ulong>(size);
    return entry;
}

bool writeEntry(QuaZip &zip, const std::string &path, const std::string &bytes)
{
    const auto size = static_cast<qint64>(bytes.size());
    QuaZipFile file(&zip);
    if (!file.open(QIODevice::WriteOnly, entryFor(path, size), nullptr, 0, Z_DEFLATED, compressionLevel))
        return false;
    const bool written = file.write(bytes.data(), size) == size;
    file.close();
    return written && file.getZipError() == ZIP_OK;
}

// Adds up what was really unpacked: headers of hostile archives lie about sizes.
model::Result<std::string> readEntry(QuaZip &zip, const QString &path, quint64 claimed, qint64 &budget)
{
    QuaZipFile file(&zip);
    if (!file.open(QIODevice::ReadOnly))
        return damaged(path);
    std::string bytes;
    bytes.reserve(static_cast<std::size_t>(
        std::min<quint64>(claimed, static_cast<quint64>(budget)))); // growing takes twice as much
    for (;;) {
        const QByteArray chunk = file.read(chunkBytes);
        if (chunk.isEmpty())
            break;
        budget -= chunk.size();
        if (budget < 0) {
            return model::fail(ErrorCode::Limit,
                               Text::tr("The archive unpacks to more than is accepted (at “%1”).").arg(path),
                               Text::tr("A package of a workbook is far smaller; do not use this archive."));
        }
        bytes.append(chunk.constData(), static_cast<std::size_t>(chunk.size()));
    }
    file.close(); // checks the CRC
    if (file.getZipError() != UNZ_OK)
        return damaged(path);
    return bytes;
}

} // namespace

model::Result<std::string> writeArchive(const Archive &files)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadWrite);
    QuaZip zip(&buffer);
    zip.setUtf8Enabled(true);
    zip.setDataDescriptorWritingEnabled(false);
    if (!zip.open(QuaZip::mdCreate))
        return model::fail(ErrorCode::Io, Text::tr("The archive could not be started."));
    for (const auto &[path, content] : files) {
        if (!isSafePath(model::toQString(path)))
            return unsafe(model::toQString(path));
        if (!writeEntry(zip, path, content))
            return model::fail(ErrorCode::Io,
                               Text::tr("“%1” could not be added to the archive.").arg(model::toQString(path)));
    }
    zip.close();
    if (zip.getZipError() != ZIP_OK)
        return model::fail(ErrorCode::Io, Text::tr("The archive could not be finished."));
    return bytes.toStdString();
}

model::Result<Archive> readArchive(const std::string &bytes, const ArchiveLimits &limits)
{
    QByteArray data = QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
    QBuffer buffer(&data);
    buffer.open(QIODevice::ReadOnly);
    QuaZip zip(&buffer);
    if (!zip.open(QuaZip::mdUnzip))
        return damaged();
    if (zip.getEntriesCount() > limits.files)
        return model::fail(
            ErrorCode::Limit,
            Text::tr("The archive holds %1 files; %2 are accepted.").arg(zip.getEntriesCount()).arg(limits.files),
            Text::tr("A package of a workbook is far smaller; do not use this archive."));
    Archive files;
    qint64 budget = limits.totalBytes;
    for (bool more = zip.goToFirstFile(); more; more = zip.goToNextFile()) {
        QuaZipFileInfo64 info;
        if (!zip.getCurrentFileInfo(&info))
            return damaged();
        if (!isSafePath(info.name))
            return unsafe(info.name);
        if (info.isEncrypted())
            return model::fail(ErrorCode::Unsupported, Text::tr("“%1” in the archive is encrypted.").arg(info.name),
                               Text::tr("Ask for an archive without a password."));
        auto content = readEntry(zip, info.name, info.uncompressedSize, budget);
        if (!content)
            return model::fail(content.error());
        if (!files.emplace(model::toUtf8(info.name), std::move(*content)).second)
            return model::fail(ErrorCode::Invalid, Text::tr("The archive holds “%1” twice.").arg(info.name),
                               Text::tr("Do not use this archive; ask for it again where it came from."));
    }
    if (zip.getZipError() != UNZ_OK && zip.getZipError() != UNZ_END_OF_LIST_OF_FILE)
        return damaged();
    return files;
}

} // namespace tessera::adapters
