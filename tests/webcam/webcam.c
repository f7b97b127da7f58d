/* A V4L2 webcam for machines without one: preload this, and a path of your choice is a camera.
 *
 *   cc -shared -fPIC -O2 -o webcam.so webcam.c -ldl -lpthread
 *   LD_PRELOAD=./webcam.so WEBCAM_PATH=/dev/video0 WEBCAM_CONTROL=control WEBCAM_LOG=log python ...
 *
 * WEBCAM_CONTROL names a file of one line, read again at each frame: STATE FOLDER COUNT. The frames
 * FOLDER/0000.jpg ... are sent over and over (0000.yuyv ... where YUYV was negotiated); another
 * FOLDER begins at its first. STATE is one of
 *   well       frames come
 *   stalled    the device stays and no frame comes
 *   corrupt    frames are cut short
 *   unplugged  it cannot be opened; a handle that was open stays dead when it is plugged in again
 *
 * WEBCAM_MODES lists what it can do: "MJPG 1280 720 30, YUYV 640 480 30".
 * WEBCAM_CONTROLS lists the controls it has, by V4L2 id: "0x009a0901 0x009a0902".
 * WEBCAM_LOG hears what was asked of it, and when the first frame of a folder was sent: EVENT ... NS.
 *
 * A frame that finds no queued buffer is lost and queued ones wait, as with uvcvideo: a lag is real.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/videodev2.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#define BUFFERS 8
#define BUFFER_BYTES (1920 * 1080 * 2)
#define HANDLES 8
#define MODES 8
#define CONTROLS 16

struct mode { unsigned format, width, height, fps; };
struct handle { int fd, plugging; };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct handle handles[HANDLES];
static int handle_count, plugging, plugged, streaming, generation, streamer = -1;
static char state[16], folder[512], played[512];
static unsigned frame_count, sequence, rate;
static struct mode modes[MODES], mode;
static int mode_count, read_modes;
static struct { unsigned id; int value; } controls[CONTROLS];
static int control_count;

static unsigned char *memory[BUFFERS];
static struct v4l2_buffer filled[BUFFERS];
static int queued[BUFFERS], queued_count, done[BUFFERS], done_count, buffer_count;

static long long now_ns(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static void note(const char *words, ...) {
    FILE *log = getenv("WEBCAM_LOG") ? fopen(getenv("WEBCAM_LOG"), "a") : NULL;
    if (!log) return;
    va_list arguments;
    va_start(arguments, words);
    vfprintf(log, words, arguments);
    va_end(arguments);
    fprintf(log, " %lld\n", now_ns());
    fclose(log);
}

static unsigned fourcc(const char *name) { return v4l2_fourcc(name[0], name[1], name[2], name[3]); }

/* --- what it is told ------------------------------------------------------------------------- */

static void read_abilities(void) {
    const char *text = getenv("WEBCAM_MODES") ? getenv("WEBCAM_MODES") : "MJPG 1280 720 30";
    char name[5];
    struct mode m;
    if (read_modes) return;
    read_modes = 1;
    while (text && mode_count < MODES && sscanf(text, " %4s %u %u %u", name, &m.width, &m.height, &m.fps) == 4) {
        m.format = fourcc(name);
        modes[mode_count++] = m;
        text = strchr(text, ',');
        text = text ? text + 1 : NULL;
    }
    text = getenv("WEBCAM_CONTROLS") ? getenv("WEBCAM_CONTROLS") : "";
    for (char *end; control_count < CONTROLS; text = end) {
        unsigned id = strtoul(text, &end, 0);
        if (end == text) break;
        controls[control_count++].id = id;
    }
}

static void obey(void) { /* lock held */
    FILE *file = fopen(getenv("WEBCAM_CONTROL"), "r");
    int fields = file ? fscanf(file, "%15s %511s %u", state, folder, &frame_count) : 0;
    if (file) fclose(file);
    if (fields < 1) return; /* it is just being written */
    int there = strcmp(state, "unplugged") != 0;
    if (plugged && !there) plugging++;
    plugged = there;
}

static struct handle *handle_of(int fd) {
    for (int i = 0; i < handle_count; i++)
        if (handles[i].fd == fd) return &handles[i];
    return NULL;
}

static int gone(struct handle *h) { return !plugged || h->plugging != plugging; }

/* --- frames ---------------------------------------------------------------------------------- */

static void fill(int index) { /* lock held */
    char name[560];
    int yuyv = mode.format == V4L2_PIX_FMT_YUYV;
    snprintf(name, sizeof name, "%s/%04u.%s", folder, sequence % (frame_count ? frame_count : 1), yuyv ? "yuyv" : "jpg");
    FILE *file = fopen(name, "rb");
    size_t used = file ? fread(memory[index], 1, BUFFER_BYTES, file) : 0;
    if (file) fclose(file);
    if (!strcmp(state, "corrupt")) used /= 3;
    long long at = now_ns();
    filled[index] = (struct v4l2_buffer){
        .index = index, .type = V4L2_BUF_TYPE_VIDEO_CAPTURE, .memory = V4L2_MEMORY_MMAP,
        .bytesused = used, .length = BUFFER_BYTES, .sequence = sequence,
        .flags = V4L2_BUF_FLAG_MAPPED | V4L2_BUF_FLAG_DONE | V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC,
        .timestamp = {.tv_sec = at / 1000000000, .tv_usec = at % 1000000000 / 1000}};
}

static void send_frame(void) { /* lock held */
    if (strcmp(folder, played)) {
        strcpy(played, folder);
        sequence = 0;
        note("play %s", folder);
    }
    if (queued_count) {
        int index = queued[0];
        memmove(queued, queued + 1, --queued_count * sizeof *queued);
        fill(index);
        done[done_count++] = index;
        eventfd_write(streamer, 1);
    }
    sequence++;
}

static void *play(void *mine) {
    long long due = now_ns();
    for (;;) {
        due += 1000000000LL / rate;
        long long wait = due - now_ns();
        if (wait > 0) nanosleep(&(struct timespec){.tv_sec = wait / 1000000000, .tv_nsec = wait % 1000000000}, NULL);
        else due = now_ns();
        pthread_mutex_lock(&lock);
        if (!streaming || (long)mine != generation) break;
        obey();
        struct handle *h = handle_of(streamer);
        if (!h || gone(h)) {
            eventfd_write(streamer, 1 << 20); /* a dead device is always readable */
            break;
        }
        if (strcmp(state, "stalled")) send_frame();
        pthread_mutex_unlock(&lock);
    }
    pthread_mutex_unlock(&lock);
    return NULL;
}

static void stop(void) { /* lock held */
    streaming = 0;
    generation++;
    queued_count = done_count = 0;
}

/* --- the system calls ------------------------------------------------------------------------ */

static int open_webcam(void) {
    pthread_mutex_lock(&lock);
    read_abilities();
    obey();
    int fd = -1;
    if (!plugged) errno = ENOENT;
    else if (handle_count == HANDLES) errno = EMFILE;
    else {
        fd = eventfd(0, EFD_SEMAPHORE | EFD_NONBLOCK | EFD_CLOEXEC);
        handles[handle_count++] = (struct handle){fd, plugging};
        mode = modes[0];
        note("open");
    }
    pthread_mutex_unlock(&lock);
    return fd;
}

#define OPEN(NAME)                                                            \
    int NAME(const char *path, int flags, ...) {                              \
        const char *ours = getenv("WEBCAM_PATH");                             \
        if (ours && !strcmp(path, ours)) return open_webcam();                \
        va_list arguments;                                                    \
        va_start(arguments, flags);                                           \
        int permissions = va_arg(arguments, int);                             \
        va_end(arguments);                                                    \
        int (*next)(const char *, int, ...) = dlsym(RTLD_NEXT, #NAME);        \
        return next(path, flags, permissions);                                \
    }
OPEN(open)
OPEN(open64)

int close(int fd) {
    int (*next)(int) = dlsym(RTLD_NEXT, "close");
    if (handle_count) {
        pthread_mutex_lock(&lock);
        struct handle *h = handle_of(fd);
        if (h) {
            if (fd == streamer) {
                stop();
                buffer_count = 0;
                streamer = -1;
            }
            *h = handles[--handle_count];
            note("close");
        }
        pthread_mutex_unlock(&lock);
    }
    return next(fd);
}

#define MMAP(NAME, OFFSET)                                                                     \
    void *NAME(void *at, size_t length, int protection, int flags, int fd, OFFSET offset) {    \
        if (fd >= 0 && handle_count && handle_of(fd)) return memory[offset / BUFFER_BYTES];    \
        void *(*next)(void *, size_t, int, int, int, OFFSET) = dlsym(RTLD_NEXT, #NAME);        \
        return next(at, length, protection, flags, fd, offset);                                \
    }
MMAP(mmap, off_t)
MMAP(mmap64, off64_t)

int munmap(void *at, size_t length) {
    for (int i = 0; i < BUFFERS; i++)
        if (at && at == memory[i]) return 0;
    int (*next)(void *, size_t) = dlsym(RTLD_NEXT, "munmap");
    return next(at, length);
}

/* --- what can be asked of it ----------------------------------------------------------------- */

static void describe(struct v4l2_format *asked) {
    asked->fmt.pix = (struct v4l2_pix_format){
        .width = mode.width, .height = mode.height, .field = V4L2_FIELD_NONE, .pixelformat = mode.format,
        .bytesperline = mode.format == V4L2_PIX_FMT_YUYV ? mode.width * 2 : 0,
        .sizeimage = BUFFER_BYTES, .colorspace = V4L2_COLORSPACE_SRGB};
}

/* The format that was asked for or its first one, then the size nearest by area, as uvcvideo does. */
static void choose(const struct v4l2_pix_format *wanted) {
    unsigned format = modes[0].format;
    long area = (long)wanted->width * wanted->height, best = -1;
    for (int i = 0; i < mode_count; i++)
        if (modes[i].format == wanted->pixelformat) format = wanted->pixelformat;
    for (int i = 0; i < mode_count; i++) {
        long off = labs((long)modes[i].width * modes[i].height - area);
        if (modes[i].format == format && (best < 0 || off < best)) {
            best = off;
            mode = modes[i];
        }
    }
}

static int list_format(struct v4l2_fmtdesc *asked) {
    unsigned found = 0, last = 0;
    for (int i = 0; i < mode_count; i++)
        if (modes[i].format != last) {
            last = modes[i].format;
            if (found++ == asked->index) {
                asked->pixelformat = last;
                return 0;
            }
        }
    return EINVAL;
}

static int control_index(unsigned id) {
    for (int i = 0; i < control_count; i++)
        if (controls[i].id == id) return i;
    return -1;
}

static int take_buffer(struct v4l2_buffer *asked) {
    eventfd_t count;
    if (!done_count) return EAGAIN;
    eventfd_read(streamer, &count);
    int index = done[0];
    memmove(done, done + 1, --done_count * sizeof *done);
    *asked = filled[index];
    asked->m.offset = index * BUFFER_BYTES;
    return 0;
}

static int start(void) {
    if (streaming) return 0;
    streaming = 1;
    rate = mode.fps;
    played[0] = 0;
    note("stream %.4s %u %u %u", (char *)&mode.format, mode.width, mode.height, rate);
    pthread_t thread;
    pthread_create(&thread, NULL, play, (void *)(long)++generation);
    pthread_detach(thread);
    return 0;
}

static int answer(int fd, unsigned request, void *asked) { /* lock held; 0 or an error number */
    switch (request) {
    case (unsigned)VIDIOC_QUERYCAP: {
        struct v4l2_capability *it = asked;
        memset(it, 0, sizeof *it);
        strcpy((char *)it->driver, "uvcvideo");
        strcpy((char *)it->card, "Webcam of the tests");
        it->device_caps = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
        it->capabilities = it->device_caps | V4L2_CAP_DEVICE_CAPS;
        return 0;
    }
    case (unsigned)VIDIOC_ENUM_FMT: return list_format(asked);
    case (unsigned)VIDIOC_S_FMT:
        if (buffer_count) return EBUSY;
        choose(&((struct v4l2_format *)asked)->fmt.pix);
        describe(asked);
        return 0;
    case (unsigned)VIDIOC_G_FMT: describe(asked); return 0;
    case (unsigned)VIDIOC_ENUMINPUT: {
        struct v4l2_input *it = asked;
        it->type = V4L2_INPUT_TYPE_CAMERA;
        return it->index ? EINVAL : 0;
    }
    case (unsigned)VIDIOC_G_INPUT: *(int *)asked = 0; return 0;
    case (unsigned)VIDIOC_S_INPUT: return 0;
    case (unsigned)VIDIOC_S_PARM:
    case (unsigned)VIDIOC_G_PARM: {
        struct v4l2_captureparm *it = &((struct v4l2_streamparm *)asked)->parm.capture;
        it->capability = V4L2_CAP_TIMEPERFRAME;
        it->timeperframe = (struct v4l2_fract){1, mode.fps};
        return 0;
    }
    case (unsigned)VIDIOC_QUERYCTRL: {
        struct v4l2_queryctrl *it = asked;
        it->minimum = 0, it->maximum = 10000, it->step = 1, it->default_value = 0, it->flags = 0;
        it->type = V4L2_CTRL_TYPE_INTEGER;
        return control_index(it->id) < 0 ? EINVAL : 0;
    }
    case (unsigned)VIDIOC_G_CTRL:
    case (unsigned)VIDIOC_S_CTRL: {
        struct v4l2_control *it = asked;
        int index = control_index(it->id);
        if (index < 0) return EINVAL;
        if (request == (unsigned)VIDIOC_G_CTRL) it->value = controls[index].value;
        else note("control 0x%08x %d", it->id, controls[index].value = it->value);
        return 0;
    }
    case (unsigned)VIDIOC_REQBUFS: {
        struct v4l2_requestbuffers *it = asked;
        if (it->count > BUFFERS) it->count = BUFFERS;
        for (unsigned i = 0; i < it->count; i++)
            if (!memory[i]) memory[i] = malloc(BUFFER_BYTES);
        streamer = fd;
        buffer_count = it->count;
        queued_count = done_count = 0;
        return 0;
    }
    case (unsigned)VIDIOC_QUERYBUF: {
        struct v4l2_buffer *it = asked;
        it->length = BUFFER_BYTES;
        it->m.offset = it->index * BUFFER_BYTES;
        return (int)it->index < buffer_count ? 0 : EINVAL;
    }
    case (unsigned)VIDIOC_QBUF: queued[queued_count++] = ((struct v4l2_buffer *)asked)->index; return 0;
    case (unsigned)VIDIOC_DQBUF: return take_buffer(asked);
    case (unsigned)VIDIOC_STREAMON: return start();
    case (unsigned)VIDIOC_STREAMOFF: stop(); return 0;
    }
    return ENOTTY;
}

int ioctl(int fd, unsigned long request, ...) {
    va_list arguments;
    va_start(arguments, request);
    void *asked = va_arg(arguments, void *);
    va_end(arguments);
    pthread_mutex_lock(&lock);
    struct handle *h = handle_count ? handle_of(fd) : NULL;
    int error = !h ? 0 : gone(h) ? ENODEV : answer(fd, request, asked);
    pthread_mutex_unlock(&lock);
    if (!h) {
        int (*next)(int, unsigned long, ...) = dlsym(RTLD_NEXT, "ioctl");
        return next(fd, request, asked);
    }
    if (error) errno = error;
    return error ? -1 : 0;
}
