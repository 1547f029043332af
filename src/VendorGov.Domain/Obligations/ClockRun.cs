using VendorGov.Domain.Calendars;

namespace VendorGov.Domain.Obligations;

/// <summary>The state of a clock while its events pass. Instants and sums in ticks; nothing is allocated.</summary>
internal struct ClockRun(long targetTicks, BusinessCalendar calendar)
{
    private BusinessCalendar _calendar = calendar;
    private long _target = targetTicks;
    private long _elapsed;
    private long _since;
    private long _stoppedAt;
    private long _due = Undetermined;
    private long _askedAt;
    private long _elapsedAtAsk;
    private bool _asked;
    private bool _started;
    private bool _paused;
    private bool _stopped;
    private bool _missedOnce;
    private ClockState? _ended;

    private const long Undetermined = -1;

    public readonly BusinessCalendar Calendar => _calendar;

    public void Take(ReadOnlySpan<ClockEvent> events, int index)
    {
        var at = events[index].At.UtcTicks;
        if (_ended is not null || (!_started && events[index].Kind != ClockEventKind.Start))
        {
            return;
        }

        switch (events[index].Kind)
        {
            case ClockEventKind.Start when !_started:
                (_started, _since) = (true, at);
                break;
            case ClockEventKind.Pause when !_paused && !_stopped:
                Advance(at);
                _paused = true;
                break;
            case ClockEventKind.Resume when _paused && !_stopped:
                (_paused, _since) = (false, at);
                break;
            case ClockEventKind.Stop when !_stopped:
                Stop(at);
                break;
            case ClockEventKind.Reopen when _stopped:
                (_stopped, _since) = (false, at);
                break;
            case ClockEventKind.Tighten when !_stopped:
                Tighten(events[index], at);
                break;
            case ClockEventKind.Relax when !_stopped:
                Relax(events, index, at);
                break;
            case ClockEventKind.MoveCalendar when !_stopped:
                Advance(at);
                _calendar = events[index].Calendar ?? _calendar;
                break;
            case ClockEventKind.AskPause when !_paused && !_stopped && !_asked:
                Ask(at);
                break;
            case ClockEventKind.ConfirmPause when _asked:
                Confirm(at);
                break;
            case ClockEventKind.RefusePause:
                _asked = false;
                break;
            case ClockEventKind.Waive:
                End(ClockState.Waived, at);
                break;
            case ClockEventKind.Cancel:
                End(ClockState.Cancelled, at);
                break;
        }
    }

    public readonly ClockReading Read(DateTimeOffset now)
    {
        var copy = this;
        if (!copy._stopped && !copy._paused && copy._started && copy._ended is null)
        {
            copy.Advance(now.UtcTicks);
        }

        var due = copy.Due();
        return new ClockReading(
            due == Undetermined ? null : new DateTimeOffset(due, TimeSpan.Zero),
            copy._elapsed, copy._target, copy.State(),
            copy._stopped ? new DateTimeOffset(copy._stoppedAt, TimeSpan.Zero) : null, copy._asked && !copy._stopped);
    }

    private readonly ClockState State() => _ended
        ?? (_stopped ? (_elapsed <= _target && !_missedOnce ? ClockState.Met : ClockState.Missed)
            : _elapsed > _target || _missedOnce ? ClockState.Breached
            : _paused ? ClockState.Paused
            : ClockState.Running);

    /// <summary>The first instant at which the running time reaches the target; a pause that is still open leaves it open.</summary>
    private readonly long Due() =>
        _due != Undetermined ? _due
        : !_started || (_paused && !_stopped) ? Undetermined
        : _calendar.Add(_stopped ? _stoppedAt : _since, _target - _elapsed);

    /// <summary>Counts the time up to an instant, and fixes the due instant when the target is reached in it.</summary>
    private void Advance(long at)
    {
        if (_paused || at <= _since)
        {
            return;
        }

        var counted = _calendar.OpenTicks(_since, at);
        if (_due == Undetermined && _elapsed + counted >= _target)
        {
            _due = _calendar.Add(_since, _target - _elapsed);
        }

        _elapsed += counted;
        _since = at;
    }

    /// <summary>A stop ends an open pause.</summary>
    private void Stop(long at)
    {
        Advance(at);
        (_stopped, _stoppedAt, _paused, _asked) = (true, at, false, false);
        _missedOnce |= _elapsed > _target;
    }

    private void End(ClockState state, long at)
    {
        if (!_stopped)
        {
            Stop(at);
        }

        _ended = state;
    }

    /// <summary>Keeps the old deadline where it is the earlier one; else the target runs anew from the change.</summary>
    private void Tighten(in ClockEvent change, long at)
    {
        Advance(at);
        if (_due != Undetermined && _elapsed > _target)
        {
            return;
        }

        var fresh = change.Calendar ?? _calendar;
        var old = _due != Undetermined ? _due : _calendar.Add(at, _target - _elapsed);
        if (fresh.Add(at, change.TargetTicks) < old)
        {
            (_target, _calendar, _due) = (_elapsed + change.TargetTicks, fresh, Undetermined);
        }
    }

    /// <summary>Counts again from the start with the new target and calendar: what was paused stays paused.</summary>
    private void Relax(ReadOnlySpan<ClockEvent> events, int index, long at)
    {
        Advance(at);
        if (_elapsed > _target || _missedOnce)
        {
            return;
        }

        var again = new ClockRun(events[index].TargetTicks, events[index].Calendar ?? _calendar);
        for (var i = 0; i < index; i++)
        {
            if (events[i].Kind is not (ClockEventKind.Tighten or ClockEventKind.Relax or ClockEventKind.MoveCalendar))
            {
                again.Take(events, i);
            }
        }

        again.Advance(at);
        this = again;
    }

    /// <summary>An ask after the miss changes nothing.</summary>
    private void Ask(long at)
    {
        Advance(at);
        if (_elapsed <= _target)
        {
            (_asked, _askedAt, _elapsedAtAsk) = (true, at, _elapsed);
        }
    }

    /// <summary>The pause counts from the ask, which withdraws a miss in between.</summary>
    private void Confirm(long at)
    {
        _asked = false;
        if (_stopped || _paused)
        {
            return;
        }

        (_elapsed, _paused, _since) = (_elapsedAtAsk, true, at);
        if (_due > _askedAt)
        {
            _due = Undetermined;
        }
    }
}
