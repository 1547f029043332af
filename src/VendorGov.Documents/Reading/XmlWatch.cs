namespace VendorGov.Documents.Reading;

/// <summary>
/// Watches the bytes of an XML part go by before a parser sees them: document types, single tags of megabytes, nesting without
/// end and more tags than any honest table has cost a parser memory or time.
/// </summary>
internal sealed class XmlWatch(int maxTags)
{
    private const int LongestTag = 1024 * 1024;
    private const int Deepest = 256;

    private readonly byte[] _head = new byte[8];
    private State _state;
    private bool _closing;
    private byte _quote;
    private byte _last;
    private int _length;
    private int _depth;

    private enum State
    {
        Text,

        /// <summary>Behind the first bracket.</summary>
        Begun,
        Tag,
        Quoted,

        /// <summary>Begins with an exclamation mark; what it is shows within eight bytes.</summary>
        Declaration,
        Comment,
        Instruction,
    }

    /// <summary>Tags seen so far.</summary>
    public int Tags { get; private set; }

    public void Feed(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var used = _state switch
            {
                State.Text => SkipText(bytes),
                State.Begun => Begin(bytes[0]),
                State.Tag => SkipTag(bytes),
                State.Quoted => SkipQuoted(bytes),
                _ => Step(bytes[0]),
            };
            bytes = bytes[used..];
        }
    }

    private int SkipText(ReadOnlySpan<byte> bytes)
    {
        var open = bytes.IndexOf((byte)'<');
        if (open < 0)
        {
            return bytes.Length;
        }

        (_state, _length, _last) = (State.Begun, 0, 0);
        Tags++;
        return Tags <= maxTags ? open + 1 : throw new TabularRefusedException("file.cells");
    }

    private int Begin(byte first)
    {
        _closing = first == '/';
        _state = first switch
        {
            (byte)'!' => State.Declaration,
            (byte)'?' => State.Instruction,
            _ => State.Tag,
        };
        return _state == State.Tag && !_closing ? 0 : 1;
    }

    private int SkipTag(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOfAny((byte)'>', (byte)'"', (byte)'\'');
        var used = end < 0 ? bytes.Length : end + 1;
        Grow(used);
        if (end != 0)
        {
            _last = bytes[(end < 0 ? bytes.Length : end) - 1];
        }

        if (end >= 0 && bytes[end] == '>')
        {
            EndTag();
        }
        else if (end >= 0)
        {
            (_state, _quote) = (State.Quoted, bytes[end]);
        }

        return used;
    }

    private int SkipQuoted(ReadOnlySpan<byte> bytes)
    {
        var close = bytes.IndexOf(_quote);
        Grow(close < 0 ? bytes.Length : close);
        if (close < 0)
        {
            return bytes.Length;
        }

        (_state, _last) = (State.Tag, _quote);
        return close + 1;
    }

    /// <summary>One byte of a comment, an instruction or a declaration; a table has few of them.</summary>
    private int Step(byte next)
    {
        if (_length < _head.Length)
        {
            _head[_length] = next;
        }

        Grow(1);
        if (_state == State.Declaration)
        {
            Classify();
        }

        if (next == '>' && Closes())
        {
            _state = State.Text;
        }

        _last = next;
        return 1;
    }

    private void Classify()
    {
        var head = _head.AsSpan(0, Math.Min(_length, _head.Length));
        if (head.SequenceEqual("--"u8))
        {
            _state = State.Comment;
        }
        else if (head.SequenceEqual("DOCTYPE"u8) || head.SequenceEqual("ENTITY"u8))
        {
            throw new TabularRefusedException("file.entities");
        }
        else if (head.SequenceEqual("[CDATA["u8))
        {
            // No spreadsheet program writes them, and the parser holds one as a whole.
            throw new TabularRefusedException("file.damaged");
        }
    }

    private bool Closes() => _state switch
    {
        State.Comment => _length > 4 && _last == '-',
        State.Instruction => _last == '?',
        _ => true,
    };

    private void EndTag()
    {
        if (_closing)
        {
            _depth--;
        }
        else if (_last != '/' && ++_depth > Deepest)
        {
            throw new TabularRefusedException("file.damaged");
        }

        _state = State.Text;
    }

    private void Grow(int by)
    {
        _length += by;
        if (_length > LongestTag)
        {
            throw new TabularRefusedException("file.damaged");
        }
    }
}
