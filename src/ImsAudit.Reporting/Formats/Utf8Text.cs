using System.Text;

namespace ImsAudit.Reporting.Formats;

/// <summary>Text into a stream that stays open: UTF-8 without a byte order mark, lines ended by <c>\n</c>.</summary>
internal static class Utf8Text
{
    private const int BufferSize = 1 << 16;

    public static StreamWriter Into(Stream output) =>
        new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferSize, leaveOpen: true) { NewLine = "\n" };
}
