/**
 * Runs as root in new mount, pid, network, ipc and uts namespaces. Creates a root file system with a read-only system,
 * Node, the app and temporary folders of limited size, then starts the command in it. Stays as pid 1 to reap processes;
 * its exit ends the namespace. Arguments: new root, the job's folder, Node, size of /tmp, then the command.
 */
export const NAMESPACE_SCRIPT = `
set -eu
root=$1 base=$2 node=$3 tmp=$4
shift 4
PATH=/usr/sbin:/usr/bin:/sbin:/bin
ip link set lo up 2>/dev/null || true
hostname builder 2>/dev/null || true
mount -t tmpfs -o size=1m,mode=755,nosuid tmpfs "$root"
cd "$root"
mkdir -p usr app proc tmp dev etc opt/node/bin
bind() { mount --bind "$1" "$2"; mount -o "remount,bind,$3" "$2"; }
bind /usr usr ro,nosuid,nodev
for folder in bin sbin lib lib32 lib64; do
  if [ -L "/$folder" ]; then ln -s "$(readlink "/$folder")" "$folder"
  elif [ -d "/$folder" ]; then mkdir "$folder"; bind "/$folder" "$folder" ro,nosuid,nodev; fi
done
cp /etc/ld.so.cache etc/ 2>/dev/null || true
cp "$base/passwd" "$base/hosts" etc/
: > opt/node/bin/node
bind "$node" opt/node/bin/node ro,nosuid,nodev
bind "$base/app" app nosuid,nodev
mount -t proc -o nosuid,nodev,noexec,hidepid=2 proc proc
mount -t tmpfs -o "size=$tmp,mode=1777,nosuid,nodev,nr_inodes=20000" tmpfs tmp
mkdir dev/shm
for device in null zero full random urandom; do : > "dev/$device"; mount --bind "/dev/$device" "dev/$device"; done
ln -s /proc/self/fd dev/fd
mount -t tmpfs -o size=16m,mode=1777,nosuid,nodev,noexec tmpfs dev/shm
mount -o remount,ro "$root"
chroot . /bin/sh -c 'cd /app && exec "$@"' start "$@" &
wait $!
`;
